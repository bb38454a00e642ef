fn main() {
    for w in std::env::args().skip(1) {
        println!(
            "{w}: {}",
            finnish::candidates(&w)
                .iter()
                .map(|c| format!("{}:{}", c.text, c.cost))
                .collect::<Vec<_>>()
                .join(" ")
        );
    }
}
