//! Which functions and data of a linked module only some of its functions lead to.
//!
//! The linker's relocations say each place in code and data that refers to a function or to data, also where
//! a number in a table of pointers stands for a function (WebAssembly's tool conventions, "Linking").
//! `build.rs` asks for them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
};

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{
    DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationEntry, SymbolInfo, TypeRef,
};

/// The contents of the second part.
#[derive(Debug, Default, PartialEq)]
pub struct Apart {
    /// The functions that the first part calls.
    pub entries: BTreeSet<String>,
    /// All functions that only the entries lead to, and these.
    pub functions: BTreeSet<String>,
    /// The unreachable functions: unused classes of a dependency, and the functions that only they call.
    pub unused: BTreeSet<String>,
    /// The addresses of the data to which only functions of the second part refer, from each up to another.
    pub data: Vec<(u32, u32)>,
    /// The addresses of all data to which no function of the first part refers.
    pub gone_data: Vec<(u32, u32)>,
}

/// A function or a piece of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Item {
    /// By its index.
    Function(u32),
    /// By its segment and its place there.
    Data(u32, u32),
}

/// The symbols and relocations of a linked module.
#[derive(Default)]
pub struct Linked<'w> {
    names: HashMap<u32, &'w str>,
    /// Each function's place in the section of code, with its index.
    code: Vec<(usize, u32)>,
    /// Each segment's place in the section of data, its length and its address.
    segments: Vec<(usize, usize, u32)>,
    symbols: Vec<Option<Item>>,
    /// How long each piece of data is.
    lengths: BTreeMap<Item, u32>,
    /// The numbers of the two sections, and what is said of each section.
    code_section: Option<usize>,
    data_section: Option<usize>,
    relocations: Vec<(usize, RelocationEntry)>,
}

/// Some items and everything they reach, except through `without`.
fn reached(
    from: &BTreeSet<Item>,
    leads_to: &HashMap<Item, BTreeSet<Item>>,
    without: &BTreeSet<Item>,
) -> BTreeSet<Item> {
    let mut reached = from.clone();
    let mut waiting: Vec<Item> = from.iter().copied().collect();
    while let Some(item) = waiting.pop() {
        for next in leads_to.get(&item).into_iter().flatten() {
            if !without.contains(next) && reached.insert(*next) {
                waiting.push(*next);
            }
        }
    }
    reached
}

impl<'w> Linked<'w> {
    /// Whether a function has this name, mangled as it is in the module.
    pub fn has(&self, function: &str) -> bool {
        self.names.values().any(|name| *name == function)
    }

    /// The items that are reached only from functions whose names `is_entry` knows, and from none that is
    /// `called`.
    ///
    /// # Errors
    /// A module that refers to something from nowhere.
    pub fn apart(&self, called: &BTreeSet<String>, is_entry: impl Fn(&str) -> bool) -> Result<Apart> {
        let leads_to = self.references()?;
        let named = |is_wanted: &dyn Fn(&str) -> bool| -> BTreeSet<Item> {
            let wanted = self.names.iter().filter(|(_, name)| is_wanted(name));
            wanted.map(|(index, _)| Item::Function(*index)).collect()
        };
        let (called, entries) = (named(&|name| called.contains(name)), named(&is_entry));
        let first = reached(&called, &leads_to, &entries);
        let mut apart = Apart::default();
        let all = reached(&called, &leads_to, &BTreeSet::new());
        for (index, name) in &self.names {
            let item = Item::Function(*index);
            if entries.contains(&item) && all.contains(&item) {
                apart.entries.insert((*name).to_owned());
            }
            match (first.contains(&item), all.contains(&item)) {
                (true, _) => {}
                (false, true) => drop(apart.functions.insert((*name).to_owned())),
                (false, false) => drop(apart.unused.insert((*name).to_owned())),
            }
        }
        let stays: Vec<(u32, u32)> = first.iter().filter_map(|item| self.addresses(*item)).collect();
        // In the order of their addresses, as the items are. One name may stand for a part of what another
        // one stands for.
        for item in self.lengths.keys() {
            let Some((from, to)) = self.addresses(*item) else { continue };
            if from == to || stays.iter().any(|stays| stays.0 < to && from < stays.1) {
                continue;
            }
            add(&mut apart.gone_data, (from, to));
            if all.contains(item) {
                add(&mut apart.data, (from, to));
            }
        }
        Ok(apart)
    }

    /// Reads a module.
    ///
    /// # Errors
    /// One that can't be read, and one without relocations.
    pub fn read(wasm: &'w [u8]) -> Result<Self> {
        let mut linked = Self::default();
        let (mut section, mut imported) = (0, 0);
        let (mut code_start, mut functions) = (0, 0);
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.context("the linked module can't be read")?;
            match &payload {
                Payload::ImportSection(imports) => {
                    for import in imports.clone().into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => {
                    (linked.code_section, code_start) = (Some(section), range.start);
                }
                Payload::CodeSectionEntry(body) => {
                    linked.code.push((body.range().start - code_start, imported + functions));
                    functions += 1;
                }
                Payload::DataSection(segments) => {
                    linked.data_section = Some(section);
                    for segment in segments.clone() {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else {
                            bail!("the linked module has data without an address")
                        };
                        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                            bail!("the linked module has data without a fixed address")
                        };
                        let place = segment.range.end - segment.data.len() - segments.range().start;
                        linked.segments.push((place, segment.data.len(), value.cast_unsigned()));
                    }
                }
                Payload::CustomSection(custom) => linked.read_custom(&custom.as_known())?,
                _ => {}
            }
            section += usize::from(payload.as_section().is_some());
        }
        ensure!(
            !linked.relocations.is_empty(),
            "the linked module has no relocations: does build.rs ask for them?"
        );
        linked.code.sort_unstable();
        Ok(linked)
    }

    fn read_custom(&mut self, custom: &KnownCustom<'w>) -> Result<()> {
        match custom {
            KnownCustom::Name(names) => {
                for names in names.clone() {
                    if let wasmparser::Name::Function(names) = names? {
                        for name in names {
                            let name = name?;
                            self.names.insert(name.index, name.name);
                        }
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    if let Linking::SymbolTable(symbols) = part? {
                        for symbol in symbols {
                            let item = self.item(&symbol?);
                            self.symbols.push(item);
                        }
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                for entry in relocations.entries() {
                    self.relocations.push((relocations.section_index() as usize, entry?));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The item of a symbol; none for a symbol that is neither code nor data.
    fn item(&mut self, symbol: &SymbolInfo<'_>) -> Option<Item> {
        match symbol {
            SymbolInfo::Func { index, .. } => Some(Item::Function(*index)),
            SymbolInfo::Data { symbol: Some(data), .. } => {
                let item = Item::Data(data.index, data.offset);
                let length = self.lengths.entry(item).or_default();
                *length = data.size.max(*length);
                Some(item)
            }
            _ => None,
        }
    }

    /// Where a piece of data begins and ends; none for what isn't data, or is of a segment that is empty at
    /// the start.
    fn addresses(&self, item: Item) -> Option<(u32, u32)> {
        let Item::Data(segment, place) = item else { return None };
        let from = self.segments.get(segment as usize)?.2 + place;
        Some((from, from + self.lengths.get(&item)?))
    }

    /// The references of each function and of each piece of data.
    fn references(&self) -> Result<HashMap<Item, BTreeSet<Item>>> {
        let data: Vec<(Range<usize>, Item)> = self
            .lengths
            .iter()
            .filter_map(|(item, length)| {
                let Item::Data(segment, place) = *item else { return None };
                let start = self.segments.get(segment as usize)?.0 + place as usize;
                Some((start..start + *length as usize, *item))
            })
            .collect();
        let mut references: HashMap<Item, BTreeSet<Item>> = HashMap::new();
        for (section, entry) in &self.relocations {
            let place = entry.offset as usize;
            let from: Vec<Item> = if Some(*section) == self.code_section {
                let after = self.code.partition_point(|(start, _)| *start <= place);
                after.checked_sub(1).map(|number| Item::Function(self.code[number].1)).into_iter().collect()
            } else if Some(*section) == self.data_section {
                data.iter().filter(|(range, _)| range.contains(&place)).map(|(_, item)| *item).collect()
            } else {
                // Of sections that only debuggers read.
                continue;
            };
            if !refers_to_an_item(entry) {
                continue;
            }
            ensure!(!from.is_empty(), "the linked module refers to something from a place without a symbol");
            let symbol = self.symbols.get(entry.index as usize);
            if let Some(to) = symbol.context("the linked module refers to a symbol that it lacks")? {
                for from in from {
                    references.entry(from).or_default().insert(*to);
                }
            }
        }
        Ok(references)
    }
}

/// Adds a piece of data to those before it.
fn add(pieces: &mut Vec<(u32, u32)>, (from, to): (u32, u32)) {
    match pieces.last_mut() {
        Some(last) if from <= last.1 => last.1 = last.1.max(to),
        _ => pieces.push((from, to)),
    }
}

/// Whether a relocation is of a symbol; a type is named by its own number.
fn refers_to_an_item(entry: &RelocationEntry) -> bool {
    use wasmparser::RelocationType::{
        FunctionIndexLeb, MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb, TableIndexI32, TableIndexSleb,
    };
    matches!(
        entry.ty,
        FunctionIndexLeb | TableIndexSleb | TableIndexI32 | MemoryAddrLeb | MemoryAddrSleb | MemoryAddrI32
    )
}

#[cfg(test)]
mod tests {
    use super::{super::sample::*, *};

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_only_an_entry_leads_to_is_apart_also_by_a_pointer() {
        let wasm = linked(true);
        let apart = Linked::read(&wasm).unwrap().apart(&names(&[MAIN]), |name| name == FOLLOW).unwrap();
        assert_eq!(apart.entries, names(&[FOLLOW]));
        assert_eq!(apart.functions, names(&[FOLLOW, MOVED, POINTED]));
        assert_eq!(apart.unused, names(&[UNUSED]));
        assert_eq!(apart.data, [(DATA + 4, DATA + 8)]);
        assert_eq!(apart.gone_data, [(DATA + 4, DATA + 12)]);
    }

    #[test]
    fn what_is_called_from_outside_is_in_the_first_part() {
        let wasm = linked(true);
        let apart =
            Linked::read(&wasm).unwrap().apart(&names(&[MAIN, MOVED]), |name| name == FOLLOW).unwrap();
        assert_eq!(apart.functions, names(&[FOLLOW, POINTED]));
    }

    #[test]
    fn a_module_without_relocations_is_refused() {
        let error = Linked::read(&linked(false)).err().unwrap().to_string();
        assert!(error.contains("build.rs"), "{error}");
    }
}
