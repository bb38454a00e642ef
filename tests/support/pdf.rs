//! A PDF of a few bytes that readers open (ISO 32000-1 §7.5).

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
