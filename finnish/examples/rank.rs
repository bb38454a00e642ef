fn main() {
    let f = std::env::args().nth(1).unwrap();
    let quiet = std::env::args().nth(2).is_some();
    let (mut n, mut miss, mut sum, mut first, mut within2) = (0, 0, 0, 0, 0);
    for l in std::fs::read_to_string(f).unwrap().lines() {
        if l.starts_with('#') {
            continue;
        }
        let Some((w, fs)) = l.split_once('\t') else { continue };
        for x in fs.split(' ') {
            n += 1;
            let c = finnish::candidates(x);
            match c.iter().position(|c| c.text == w) {
                None => {
                    miss += 1;
                    if !quiet {
                        println!(
                            "MISS {w} {x}: {}",
                            c.iter().map(|c| format!("{}:{}", c.text, c.cost)).collect::<Vec<_>>().join(" ")
                        )
                    }
                }
                Some(p) => {
                    sum += p;
                    if p == 0 {
                        first += 1
                    }
                    let d = c[p].cost - c[0].cost;
                    if d <= 2 {
                        within2 += 1
                    } else if !quiet {
                        println!(
                            "far {w}:{} {x}: {}",
                            c[p].cost,
                            c.iter()
                                .take(p.min(8))
                                .map(|c| format!("{}:{}", c.text, c.cost))
                                .collect::<Vec<_>>()
                                .join(" ")
                        )
                    }
                }
            }
        }
    }
    println!("{n} miss {miss} first {first} within2 {within2} avgrank {}", sum as f64 / n as f64);
}
