//! Content that is large in one respect: the work for it grows with its size, not with the square of it. Each
//! of these took minutes where everything was compared with everything.

use serde_json::{Value, json};

use crate::support::small::Small;

#[test]
fn a_page_of_many_headings_with_a_link_to_each_is_checked() {
    let section = |number: usize| {
        let link = format!("Katso [kohdan {number} tiedot](#kohta-{number}).");
        [json!({ "heading": format!("Kohta {number}") }), json!({ "paragraph": link })]
    };
    let mut content: Vec<Value> = (0..2000).flat_map(section).collect();
    let wrong = |number: usize| format!("Katso [toisen kohdan {number} tiedot](#kohtta-{number}).");
    content.extend((0..100).map(|number| json!({ "paragraph": wrong(number) })));
    let small = Small::new([("fi/a.json", json!({ "content": content }))]);
    let said = small.check();
    assert_eq!(said.iter().filter(|fault| fault.rule == "link.anchor").count(), 100);
    assert!(said.iter().any(|fault| fault.help.contains("#kohta-50")), "{:?}", said.first());
}
