//! A small module as the linker writes it, for the tests.

use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, DataSymbolDefinition, ElementSection, Elements,
    ExportKind, ExportSection, Function, FunctionSection, LinkingSection, MemorySection, MemoryType, Module,
    NameMap, NameSection, RefType, SymbolTable, TableSection, TableType, TypeSection,
};

/// Its functions, in their order. `main` calls `follow` and `shared`; `follow` calls `moved` and `shared` and
/// takes an address, at which `pointed` stands; nothing leads to `unused`, which is in the table as `pointed`
/// is.
pub const FUNCTIONS: [&str; 6] = [MAIN, FOLLOW, SHARED, MOVED, UNUSED, POINTED];
pub const MAIN: &str = "main";
pub const FOLLOW: &str = "_ZN11application6second6follow17h0123456789abcdefE";
pub const SHARED: &str = "shared";
pub const MOVED: &str = "moved";
pub const UNUSED: &str = "unused";
pub const POINTED: &str = "pointed";

/// Where its data begins. A word of the first part comes first, then the second part's address, then an
/// unused one.
pub const DATA: u32 = 1024;

/// `call` and `i32.const` with numbers of five bytes, as the linker leaves room for any.
const CALL: u8 = 0x10;
const NUMBER: u8 = 0x41;

/// Kinds of relocations (WebAssembly's tool conventions).
const OF_FUNCTION: u8 = 0;
const OF_TABLE: u8 = 2;
const OF_ADDRESS: u8 = 4;

/// The symbols: the functions in their order, then the three pieces of data.
const FIRST_WORD: u8 = 6;
const POINTER: u8 = 7;

/// The module, with relocations if they are wanted.
pub fn linked(has_relocations: bool) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut functions = FunctionSection::new();
    for _ in FUNCTIONS {
        functions.function(0);
    }
    let mut tables = TableSection::new();
    let size = 3;
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: size,
        maximum: Some(size),
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export(MAIN, ExportKind::Func, 0).export("memory", ExportKind::Memory, 0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![4, 5].into()));
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(DATA.cast_signed()), [7, 7, 7, 7, 2, 0, 0, 0, 9, 9, 9, 9]);

    let mut code = CodeSection::new();
    let mut references = Vec::new();
    // The number of functions stands before them, in one byte.
    let mut place = 1;
    let refers: [&[(u8, u8)]; 6] = [
        &[(OF_FUNCTION, 1), (OF_FUNCTION, 2), (OF_ADDRESS, FIRST_WORD)],
        &[(OF_FUNCTION, 3), (OF_FUNCTION, 2), (OF_ADDRESS, POINTER)],
        &[],
        &[],
        &[],
        &[],
    ];
    for refers in refers {
        let mut body = Function::new([]);
        // Its length and the number of its locals.
        let mut within = 2;
        for (kind, symbol) in refers {
            let number = if *kind == OF_FUNCTION {
                u32::from(*symbol)
            } else {
                DATA + 4 * u32::from(symbol - FIRST_WORD)
            };
            let bytes = [0, 7, 14, 21].map(|shift| (number >> shift) as u8 & 0x7f | 0x80);
            body.raw([if *kind == OF_FUNCTION { CALL } else { NUMBER }]).raw(bytes).raw([0]);
            references.push((*kind, place + within + 1, *symbol));
            within += 6;
            if *kind == OF_ADDRESS {
                // What isn't needed is dropped.
                body.raw([0x1a]);
                within += 1;
            }
        }
        body.raw([0x0b]);
        code.function(&body);
        place += within + 1;
    }

    let mut symbols = SymbolTable::new();
    for (index, name) in (0..).zip(FUNCTIONS) {
        symbols.function(0, index, Some(name));
    }
    for (number, name) in (0..).zip(["word", "pointer", "unread"]) {
        symbols.data(0, name, Some(DataSymbolDefinition { index: 0, offset: 4 * number, size: 4 }));
    }
    let mut linking = LinkingSection::new();
    linking.symbol_table(&symbols);
    let mut names = NameMap::new();
    (0..).zip(FUNCTIONS).for_each(|(index, name)| names.append(index, name));
    let mut name_section = NameSection::new();
    name_section.functions(&names);

    let mut module = Module::new();
    module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
    module.section(&elements).section(&code).section(&data).section(&linking);
    if has_relocations {
        // By the numbers of the sections that were written before: code is the seventh, data the eighth. The
        // address of the data takes six bytes, its length and the number of segments one each.
        let in_data = [(OF_TABLE, 7 + 4, 5)];
        for (name, section, entries) in [("reloc.CODE", 6, &references[..]), ("reloc.DATA", 7, &in_data)] {
            let mut said = vec![section, entries.len() as u8];
            for (kind, place, symbol) in entries {
                said.extend([*kind, *place, *symbol]);
                // An address has a number that is added to it.
                said.extend((*kind == OF_ADDRESS).then_some(0));
            }
            module.section(&CustomSection { name: name.into(), data: said.into() });
        }
    }
    module.section(&name_section);
    module.finish()
}
