//! Cuts the application in two: what every view of a page needs, and what only a visitor who acts does.
//!
//! The second part is a module of its own that shares memory, table and globals with the first. [`reach`]
//! finds what belongs to it: all to which only the functions of `src/second.rs` lead. The first part calls
//! these through slots at the end of the table, which the second fills when it is instantiated. Until then
//! such a call is a trap.

mod reach;
#[cfg(test)]
mod sample;

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportedFunction, LocalFunction, Module, ModuleConfig, RefType, TableId,
    ir::{self, Value},
    passes,
};

use reach::{Apart, Linked};

/// The functions of this module of the application are those through which the first part calls the second.
const ENTRIES: &str = "application::second::";

/// The module under which the second part imports from the first.
pub const FIRST: &str = "b";

/// What belongs to the second part, by the module as the linker wrote it, and as wasm-bindgen has bound it:
/// what the glue calls belongs to the first.
///
/// # Errors
/// A module that can't be read, or that lacks the functions through which the second part is called.
pub fn apart(linked: &[u8], bound: &[u8]) -> Result<Apart> {
    let linked = Linked::read(linked)?;
    let called = called_from_outside(&read(bound)?, &linked);
    let is_entry = |name: &str| {
        let name = format!("{:#}", rustc_demangle::demangle(name));
        name.strip_prefix(ENTRIES).is_some_and(|function| !function.contains("::"))
    };
    let apart = linked.apart(&called, is_entry)?;
    ensure!(
        !apart.entries.is_empty(),
        "no function {ENTRIES}… leads to a second part of the application: are they #[inline(never)] in src/second.rs?"
    );
    Ok(apart)
}

/// The functions of the linker's that the glue calls, itself or through functions that wasm-bindgen has
/// added.
fn called_from_outside(bound: &Module, linked: &Linked<'_>) -> BTreeSet<String> {
    let exported = bound.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let mut waiting: Vec<FunctionId> = exported.chain(bound.start).collect();
    let (mut called, mut seen) = (BTreeSet::new(), BTreeSet::new());
    while let Some(function) = waiting.pop() {
        let name = name_of(bound, function);
        if linked.has(&name) {
            called.insert(name);
        } else if let (true, FunctionKind::Local(own)) =
            (seen.insert(function), &bound.funcs.get(function).kind)
        {
            ir::dfs_in_order(&mut Callees(&mut waiting), own, own.entry_block());
        }
    }
    called
}

/// Collects the functions to which a function refers.
struct Callees<'c>(&'c mut Vec<FunctionId>);

impl ir::Visitor<'_> for Callees<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

/// The first part: what `needed` names is exported for the second one.
///
/// # Errors
/// A module of another build than the one that was taken apart.
pub fn first(bound: &[u8], apart: &Apart, needed: &BTreeSet<String>) -> Result<Vec<u8>> {
    let mut module = read(bound)?;
    let table = table(&module)?;
    let (entries, moved) = (entries(&module, apart)?, named(&module, &apart.functions));
    let gone: BTreeSet<FunctionId> = moved.union(&named(&module, &apart.unused)).copied().collect();
    for (number, entry) in entries.iter().enumerate() {
        let slot = slot(&module, table, number)?;
        let stub = call_by_slot(&mut module, *entry, table, slot);
        module.funcs.get_mut(*entry).kind = FunctionKind::Local(stub);
    }
    let trap = trap(&mut module);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            for function in functions.iter_mut().filter(|function| gone.contains(function)) {
                *function = trap;
            }
        }
    }
    let size = module.tables.get_mut(table);
    size.initial += entries.len() as u64;
    size.maximum = size.maximum.map(|most| most + entries.len() as u64);
    let segments: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for segment in segments {
        let segment = module.data.get_mut(segment);
        let start = address(&segment.kind)?;
        for (from, to) in within(&apart.gone_data, start, segment.value.len()) {
            segment.value[from..to].fill(0);
        }
    }
    for name in needed {
        let item =
            item(&module, name).with_context(|| format!("the second part needs {name}, which is nowhere"))?;
        module.exports.add(name, item);
    }
    passes::gc::run(&mut module);
    let left = module
        .funcs
        .iter()
        .find(|function| gone.contains(&function.id()) && !entries.contains(&function.id()));
    if let Some(name) = left.and_then(|function| function.name.as_ref()) {
        bail!("the first part of the application calls {name}, although the linker says that it doesn't");
    }
    Ok(module.emit_wasm())
}

/// The second part, which imports from the first by the names that [`first`] understands.
///
/// # Errors
/// Those of [`first`].
pub fn second(bound: &[u8], apart: &Apart) -> Result<Vec<u8>> {
    let mut module = read(bound)?;
    let table = table(&module)?;
    let (entries, moved) = (entries(&module, apart)?, named(&module, &apart.functions));
    let mut filled = vec![(slot(&module, table, 0)?, entries)];
    for element in module.elements.iter() {
        let ElementKind::Active { table: filled_table, offset } = &element.kind else { continue };
        let ElementItems::Functions(functions) = &element.items else { continue };
        ensure!(*filled_table == table, "the application has two tables of functions");
        let start = number(offset)?;
        for (place, function) in functions.iter().enumerate().filter(|(_, function)| moved.contains(function))
        {
            let at = start + i32::try_from(place)?;
            match filled.last_mut() {
                Some((from, run)) if *from + i32::try_from(run.len())? == at => run.push(*function),
                _ => filled.push((at, vec![*function])),
            }
        }
    }
    let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    for element in elements {
        module.elements.delete(element);
    }
    for table in module.tables.iter_mut() {
        table.elem_segments.clear();
    }
    let added = filled[0].1.len() as u64;
    for (from, functions) in filled {
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(from)) };
        let element = module.elements.add(kind, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(element);
    }
    let data = data_apart(&module, apart)?;
    import_all_but(&mut module, &moved, added);
    let memory = module.memories.iter().next().context("the application has no memory")?.id();
    for (address, value) in data {
        let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(address.cast_signed())) };
        let data = module.data.add(kind, value);
        module.memories.get_mut(memory).data_segments.insert(data);
    }
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    for export in exports {
        module.exports.delete(export);
    }
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// Makes imports of the functions that aren't moved and of memory, tables and globals. No data is left.
fn import_all_but(module: &mut Module, moved: &BTreeSet<FunctionId>, added: u64) {
    let others: Vec<(FunctionId, String)> = module
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Local(_)) && !moved.contains(&function.id()))
        .map(|function| (function.id(), name_of(module, function.id())))
        .collect();
    for (function, name) in others {
        let import = module.imports.add(FIRST, &name, function);
        let function = module.funcs.get_mut(function);
        function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
    }
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for (number, global) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{GLOBAL}{number}"), global);
        module.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
    let tables: Vec<_> = module.tables.iter().map(|table| table.id()).collect();
    for (number, table) in tables.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{TABLE}{number}"), table);
        let table = module.tables.get_mut(table);
        table.import = Some(import);
        if table.element_ty == RefType::FUNCREF {
            table.initial += added;
            table.maximum = table.maximum.map(|most| most + added);
        }
    }
    let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
    for (number, memory) in memories.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &format!("{MEMORY}{number}"), memory);
        let memory = module.memories.get_mut(memory);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for data in data {
        module.data.delete(data);
    }
}

/// How a global, a table and the memory are named between the parts, each with its number; no function has
/// such a name.
const GLOBAL: &str = "global ";
const TABLE: &str = "table ";
const MEMORY: &str = "memory ";

/// The meaning of a name that one part imports from the other.
fn item(module: &Module, name: &str) -> Option<ExportItem> {
    let number = |kind: &str| name.strip_prefix(kind)?.parse::<usize>().ok();
    if let Some(number) = number(GLOBAL) {
        return Some(module.globals.iter().nth(number)?.id().into());
    }
    if let Some(number) = number(TABLE) {
        return Some(module.tables.iter().nth(number)?.id().into());
    }
    if let Some(number) = number(MEMORY) {
        return Some(module.memories.iter().nth(number)?.id().into());
    }
    let function = module.funcs.iter().find(|function| name_of(module, function.id()) == name)?;
    Some(function.id().into())
}

/// The linker gives each function a name; one that wasm-bindgen has added may have none.
fn name_of(module: &Module, function: FunctionId) -> String {
    module.funcs.get(function).name.clone().unwrap_or_else(|| format!("function {}", function.index()))
}

/// The application without what the linker says of itself: that holds no longer for a part of it.
fn read(bound: &[u8]) -> Result<Module> {
    let module = ModuleConfig::new().generate_producers_section(false).parse(bound);
    let mut module = module.context("the application can't be read")?;
    let is_linkers = |name: &str| name == "linking" || name.starts_with("reloc.");
    let sections: Vec<_> =
        module.customs.iter().filter(|(_, section)| is_linkers(section.name())).map(|(id, _)| id).collect();
    for section in sections {
        module.customs.delete(section);
    }
    Ok(module)
}

/// The table of functions.
fn table(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("the application has no table of functions")
}

/// The entries in their order.
fn entries(module: &Module, apart: &Apart) -> Result<Vec<FunctionId>> {
    let find = |name: &String| {
        module.funcs.by_name(name).with_context(|| {
            format!("{name} isn't in the application: are its names those that the linker gave (data-no-demangle)?")
        })
    };
    apart.entries.iter().map(find).collect()
}

/// The functions of these names. Those that wasm-bindgen has made imports of aren't among them.
fn named(module: &Module, names: &BTreeSet<String>) -> BTreeSet<FunctionId> {
    let is_named = |name: &String| names.contains(name);
    let local = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    local
        .filter(|function| function.name.as_ref().is_some_and(is_named))
        .map(|function| function.id())
        .collect()
}

/// The place in the table through which an entry is called: behind all that the table holds.
fn slot(module: &Module, table: TableId, number: usize) -> Result<i32> {
    Ok(i32::try_from(module.tables.get(table).initial)? + i32::try_from(number)?)
}

/// A function of the type of `entry` that calls what stands in a place of the table.
fn call_by_slot(module: &mut Module, entry: FunctionId, table: TableId, slot: i32) -> LocalFunction {
    let ty = module.funcs.get(entry).ty();
    let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let arguments: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = builder.func_body();
    for argument in &arguments {
        body.local_get(*argument);
    }
    body.i32_const(slot).call_indirect(ty, table);
    builder.local_func(arguments)
}

/// The entry in the table for a function of the second part until the second part is loaded.
fn trap(module: &mut Module) -> FunctionId {
    let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
    builder.func_body().unreachable();
    builder.finish(Vec::new(), &mut module.funcs)
}

fn number(constant: &ConstExpr) -> Result<i32> {
    match constant {
        ConstExpr::Value(Value::I32(number)) => Ok(*number),
        other => bail!("the application has a place that isn't a number: {other:?}"),
    }
}

fn address(kind: &DataKind) -> Result<u32> {
    match kind {
        DataKind::Active { offset, .. } => Ok(number(offset)?.cast_unsigned()),
        DataKind::Passive => bail!("the application has data without an address"),
    }
}

/// The addresses that lie within a segment, counted from its start.
fn within(addresses: &[(u32, u32)], start: u32, length: usize) -> Vec<(usize, usize)> {
    let within = |(from, to): &(u32, u32)| {
        let (from, to) = (from.checked_sub(start)? as usize, to.checked_sub(start)? as usize);
        (to <= length).then_some((from, to))
    };
    addresses.iter().filter_map(within).collect()
}

/// The data that goes into the second part, each piece with its address.
fn data_apart(module: &Module, apart: &Apart) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut pieces = Vec::new();
    for segment in module.data.iter() {
        let start = address(&segment.kind)?;
        for (from, to) in within(&apart.data, start, segment.value.len()) {
            pieces.push((start + u32::try_from(from)?, segment.value[from..to].to_vec()));
        }
    }
    Ok(pieces)
}

#[cfg(test)]
mod tests {
    use super::{sample::*, *};

    fn functions(module: &Module) -> Vec<String> {
        let local = module.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
        let mut names: Vec<String> = local.filter_map(|function| function.name.clone()).collect();
        names.sort();
        names
    }

    fn data(module: &Module) -> Vec<(u32, Vec<u8>)> {
        module.data.iter().map(|data| (address(&data.kind).unwrap(), data.value.clone())).collect()
    }

    /// Both parts of the sample.
    fn parts() -> [Module; 2] {
        let wasm = linked(true);
        let apart = apart(&wasm, &wasm).unwrap();
        let second = read(&super::second(&wasm, &apart).unwrap()).unwrap();
        let needed = second.imports.iter().map(|import| import.name.clone()).collect();
        [read(&super::first(&wasm, &apart, &needed).unwrap()).unwrap(), second]
    }

    #[test]
    fn each_function_and_each_piece_of_data_is_in_one_part() {
        let [first, second] = parts();
        // In the place of the entry stands the call by a slot.
        assert_eq!(functions(&first), [FOLLOW, MAIN, SHARED]);
        assert_eq!(functions(&second), [FOLLOW, MOVED, POINTED]);
        assert_eq!(data(&first), [(DATA, vec![7, 7, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0])]);
        assert_eq!(data(&second), [(DATA + 4, vec![2, 0, 0, 0])]);
    }

    #[test]
    fn the_second_part_finds_in_the_first_what_both_need_and_fills_its_table() {
        let [first, second] = parts();
        let imported: BTreeSet<&str> = second.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(imported, BTreeSet::from([SHARED, "memory 0", "table 0"]));
        let exported: BTreeSet<&str> = first.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exported, BTreeSet::from([MAIN, "memory", SHARED, "memory 0", "table 0"]));
        let sizes = [&first, &second].map(|part| part.tables.iter().next().unwrap().initial);
        assert_eq!(sizes, [4, 4]);
        let mut filled: Vec<(i32, Vec<String>)> = Vec::new();
        for element in second.elements.iter() {
            let (ElementKind::Active { offset, .. }, ElementItems::Functions(functions)) =
                (&element.kind, &element.items)
            else {
                panic!("{element:?}")
            };
            let names = functions.iter().map(|function| name_of(&second, *function)).collect();
            filled.push((number(offset).unwrap(), names));
        }
        assert_eq!(filled, [(3, vec![FOLLOW.to_owned()]), (2, vec![POINTED.to_owned()])]);
    }

    #[test]
    fn an_application_without_an_entry_or_of_another_build_is_refused() {
        let wasm = linked(true);
        let renamed = |wasm: &[u8]| {
            let mut other = wasm.to_vec();
            let place = other.windows(6).rposition(|bytes| bytes == b"second").unwrap();
            other[place..place + 6].copy_from_slice(b"second".map(|letter| letter + 1).as_slice());
            other
        };
        let error = apart(&renamed(&wasm), &wasm).unwrap_err().to_string();
        assert!(error.contains("src/second.rs"), "{error}");
        let of_this = apart(&wasm, &wasm).unwrap();
        let error = super::second(&renamed(&wasm), &of_this).unwrap_err().to_string();
        assert!(error.contains("data-no-demangle"), "{error}");
    }
}
