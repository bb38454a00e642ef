//! An independent validator of JSON Schema, which knows nothing of the publisher.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

/// A schema that values are held against.
pub struct Validator {
    schemas: Schemas,
    schema: SchemaIndex,
}

impl Validator {
    /// Takes a schema, which has to be valid itself.
    pub fn new(schema: Value) -> Validator {
        // Nothing is fetched: the address only names the schema.
        let address = "https://seutu.example/schema.json";
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource(address, schema).unwrap();
        let schema = compiler.compile(address, &mut schemas);
        Validator { schema: schema.unwrap_or_else(|error| panic!("{error:#}")), schemas }
    }

    /// Says where a value is another than the schema wants.
    pub fn validate(&self, value: &Value) -> Result<(), String> {
        self.schemas.validate(value, self.schema).map_err(|error| error.to_string())
    }
}
