//! PDFs of a few bytes that readers open (ISO 32000-1 §7.5).

/// A PDF with more in its catalog, such as `/Lang (fi)`, and in its trailer.
pub fn pdf(catalog: &str, trailer: &str) -> String {
    let catalog = format!("1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalog} >>\nendobj\n");
    let pages = "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n";
    let (head, first) = ("%PDF-1.7\n", 9);
    let second = first + catalog.len();
    let table = second + pages.len();
    format!(
        "{head}{catalog}{pages}xref\n0 3\n0000000000 65535 f \n{first:010} 00000 n \n{second:010} 00000 n \ntrailer\n\
         << /Size 3 /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
    )
}

/// A PDF whose catalog, `/Lang` and pages stand in an object stream, as most programs write them now: no
/// reader of bytes finds them (ISO 32000-1 §7.5.7). `/Lang` is an object of its own, such as `(fi)`.
pub fn packed_pdf(language: &str) -> Vec<u8> {
    let objects =
        ["<< /Type /Catalog /Pages 2 0 R /Lang 3 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>", language];
    let (mut places, mut inside) = (String::new(), String::new());
    for (number, object) in (1..).zip(objects) {
        places.push_str(&format!("{number} {} ", inside.len()));
        inside.push_str(&format!("{object} "));
    }
    let stream = deflated(format!("{places}{inside}").as_bytes());
    let about = format!("/Type /ObjStm /N {} /First {}", objects.len(), places.len());
    let mut file = b"%PDF-1.7\n".to_vec();
    let objects_at = file.len();
    add_stream(&mut file, 4, &about, &stream);
    let table_at = file.len();
    // A table has a line for each object: its sort, where it stands, its number in a stream (§7.5.8.3).
    let line = |sort: u8, at: usize, number: u8| [&[sort], &at.to_be_bytes()[4..], &[number]].concat();
    let lines = [
        line(0, 0, 0),
        line(2, 4, 0),
        line(2, 4, 1),
        line(2, 4, 2),
        line(1, objects_at, 0),
        line(1, table_at, 0),
    ];
    add_stream(&mut file, 5, "/Type /XRef /Size 6 /W [1 4 1] /Root 1 0 R", &deflated(&lines.concat()));
    file.extend(format!("startxref\n{table_at}\n%%EOF\n").as_bytes());
    file
}

fn add_stream(file: &mut Vec<u8>, number: u8, about: &str, stream: &[u8]) {
    let length = stream.len();
    file.extend(
        format!("{number} 0 obj\n<< {about} /Filter /FlateDecode /Length {length} >>\nstream\n").as_bytes(),
    );
    file.extend(stream);
    file.extend(b"\nendstream\nendobj\n");
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    std::io::Write::write_all(&mut encoder, bytes).unwrap();
    encoder.finish().unwrap()
}
