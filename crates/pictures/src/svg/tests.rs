//! Drawings as people and drawing programs write them, and drawings as an attacker would write them.

use super::*;

/// A drawing with something in its root element.
fn drawing(inside: &str) -> String {
    format!("<svg xmlns=\"{SVG}\" width=\"4\" height=\"2\">{inside}</svg>")
}

#[track_caller]
fn assert_refused(text: &str) {
    let found = look_at(text.as_bytes());
    assert!(matches!(found, Err(NotShown::Active(_))), "{found:?}: {text}");
}

#[track_caller]
fn assert_accepted(text: &str) {
    assert_eq!(look_at(text.as_bytes()), Ok((4, 2)), "{text}");
}

#[test]
fn an_svg_says_its_size_or_its_proportions() {
    for (attributes, size) in [
        ("width=\"40\" height=\"20px\"", (40, 20)),
        ("width=\"100%\" viewBox=\"0 0 30.4,10\"", (30, 10)),
        ("viewBox=\"0\n0\t30\n10\"", (30, 10)),
        ("width=\"60\" viewBox=\"0 0 30 10\"", (60, 20)),
        ("height=\"20\" width=\"auto\" viewBox=\"0 0 30 10\"", (60, 20)),
        ("width=\"595.28pt\" height=\"841.89pt\"", (794, 1123)),
        ("width=\"21cm\" height=\"29.7cm\"", (794, 1123)),
        ("width=\"210mm\" height=\"297mm\"", (794, 1123)),
        ("width=\"2in\" height=\" 6pc \"", (192, 96)),
        ("width=\"8Q\" height=\"2em\"", (8, 32)),
        ("width=\"1e2MM\" height=\"1e1\"", (378, 10)),
    ] {
        let text = format!("<svg xmlns=\"{SVG}\" {attributes}/>");
        assert_eq!(look_at(text.as_bytes()), Ok(size), "{text}");
    }
}

#[test]
fn a_drawing_without_a_size_and_what_is_none_are_told_apart() {
    for attributes in [
        "",
        "width=\"4\"",
        "width=\"50%\" height=\"50%\"",
        "width=\"0\" height=\"2\"",
        "viewBox=\"0 0 4\"",
        "width=\"4 px\" height=\"2\"",
        "width=\"1e9\" height=\"1\"",
        "width=\"nan\" height=\"inf\"",
    ] {
        let text = format!("<svg xmlns=\"{SVG}\" {attributes}/>");
        assert_eq!(look_at(text.as_bytes()), Err(NotShown::NoSize), "{text}");
    }
    for text in ["<html/>", "not even XML", "<svg width=\"4\" height=\"2\"/>", "", "\u{feff}"] {
        assert_eq!(look_at(text.as_bytes()), Err(NotShown::NoPicture), "{text}");
    }
}

#[test]
fn a_drawing_that_can_run_a_program_is_refused() {
    for inside in [
        "<script>alert(1)</script>",
        "<g><SCRIPT href=\"x.js\"/></g>",
        "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
        "<rect onload=\"alert(1)\"/>",
        "<rect ONCLICK=\"alert(1)\"/>",
        "<a href=\"java&#10;script:alert(1)\"><text>a</text></a>",
        "<a xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\" JavaScript:alert(1)\"/>",
        "<a href=\"data:text/html,x\"/>",
        "<a href=\"blob:https://testila.example/x\"/>",
        "<a href=\"/sivu\" ping=\"https://muu.example/\"/>",
        "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
        "<animate attributeName=\" xlink:href\" values=\"#a;javascript:alert(1)\"/>",
        "<set attributeName=\"onclick\" to=\"alert(1)\"/>",
        "<foreignObject/>",
        "<handler/>",
        "<video/>",
        "<unheard-of/>",
        "<b xmlns=\"http://www.w3.org/1999/xhtml\">a</b>",
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" href=\"javascript:alert(1)\"/>",
        "<use href=\"data:image/svg+xml,x\"/>",
        "<g xml:base=\"https://muu.example/\"/>",
        "<foreignObject requiredExtensions=\"a\"/>",
        "<switch><foreignObject/></switch>",
        "<switch><foreignObject requiredExtensions=\" \"/></switch>",
        "<switch><foreignObject requiredExtensions=\"a\"><g/></foreignObject></switch>",
        "<switch><foreignObject requiredExtensions=\"a\"><b xmlns=\"b\"><s:script xmlns:s=\"http://www.w3.org/2000/svg\"/></b>\
         </foreignObject></switch>",
        "<switch><foreignObject requiredExtensions=\"a\"><b xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject></switch>",
        "<switch><foreignObject requiredExtensions=\"a\" onload=\"alert(1)\"/></switch>",
        "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" onclick=\"alert(1)\"/>",
    ] {
        assert_refused(&drawing(inside));
    }
}

#[test]
fn a_drawing_that_brings_something_from_elsewhere_is_refused() {
    for inside in [
        "<image href=\"https://muu.example/kuva.png\"/>",
        "<image href=\"//muu.example/kuva.png\"/>",
        "<use href=\"muu.svg#a\"/>",
        "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
        "<image href=\"data:image/pngx,AAAA\"/>",
        "<feImage href=\"data:text/html,x\"/>",
        "<style>@import 'https://muu.example/a.css';</style>",
        "<style>@imp<!-- -->ort 'https://muu.example/a.css';</style>",
        "<style><![CDATA[@IMPORT \"a.css\";]]></style>",
        "<style>@\\69mport 'a.css';</style>",
        "<style>a { fill: URL( 'https://muu.example/a') }</style>",
        "<style>@font-face { src: url(data:image/svg+xml,x) }</style>",
        "<style>a { background: image-set('a.png' 1x) }</style>",
        "<rect style=\"fill: url(muu.svg#a)\"/>",
        "<rect fill=\"url(https://muu.example/a#b)\"/>",
        "<rect mask=\"u\\72l(https://muu.example/a)\"/>",
        "<rect mask=\"u\\72&#13;&#10;l(https://muu.example/a)\"/>",
        "<rect mask=\"u\\000072 l(https://muu.example/a)\"/>",
        "<rect mask=\"\\u\\rl(https://muu.example/a)\"/>",
        "<rect mask=\"url(\\2f/muu.example/a)\"/>",
        "<rect mask=\"url(\\23 a)\"/>",
        "<style>/* \\*/ a { fill: u\\000052\tl(muu.svg#a) }</style>",
        "<style>\\&#10;@\\49 mport 'a.css';</style>",
        "<style>a { content: \"\\\\\"; fill: \\55 RL(muu.svg) }</style>",
        "<style>a { background: \\49mage-set('a.png' 1x) }</style>",
        "<style>a { background: attr(data-a type(&lt;image>)) }</style>",
        "<rect mask=\"image('a.png')\"/>",
        "<rect mask=\"url(#a), image('a.png')\"/>",
        "<set attributeName=\"fill\" to=\"url(//muu.example/a)\"/>",
    ] {
        assert_refused(&drawing(inside));
    }
}

/// Drawings that a browser might read differently from our parser.
#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    let plain = drawing("<rect/>");
    for before in [
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]>",
        "<!DOCTYPE svg [<!ATTLIST rect xmlns CDATA #FIXED \"http://www.w3.org/1999/xhtml\">]>",
        "<!DOCTYPE svg [<!ELEMENT svg ANY>]>",
        "<!DOCTYPE svg [<!NOTATION a SYSTEM \"b\">]>",
        "<!DOCTYPE svg [<!ENTITY % a \"&#60;!ATTLIST svg onload CDATA 'alert(1)'>\"> %a;]>",
        "<!DOCTYPE svg [<!ENTITY % a SYSTEM \"a.dtd\"> %a;]>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM \"a.svg\">]>",
        "<!DOCTYPE svg [<!ENTITY a \"&#60;script/>\">]>",
        "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]>",
        "<!DOCTYPE svg [<!ENTITY a \"b\"><!ENTITY a \"c\">]>",
        "<!DOCTYPE svg [<!ENTITY amp \"b\">]>",
        "<!DOCTYPE svg [<!-- ><!-- --><!ATTLIST svg onload CDATA \"alert(1)\">]>",
        "<!DOCTYPE svg [<?xml-stylesheet href=\"a.xsl\"?>]>",
        "<?xml-stylesheet type=\"text/xsl\" href=\"a.xsl\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?>",
        "<?xml version=\"1.0\" encoding='gb18030' ?>",
        "<?xml version=\"1.0\" encoding = \"ISO-8859-1\"?>",
        "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
        "<?php echo 1 ?>",
    ] {
        assert_refused(&format!("{before}{plain}"));
    }
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    // A letter of ISO 8859-1.
    let latin_1 =
        drawing("<desc>?</desc>").bytes().map(|byte| if byte == b'?' { 0xe4 } else { byte }).collect();
    for bytes in [utf_16(&plain), utf_16(&format!("\u{feff}{plain}")), latin_1] {
        assert!(matches!(look_at(&bytes), Err(NotShown::Active(_))));
    }
}

#[test]
fn the_part_that_is_refused_is_named_with_its_line() {
    let found = |text: &str| match look_at(text.as_bytes()) {
        Err(NotShown::Active(Active { part, line })) => (part, line),
        other => panic!("{other:?}"),
    };
    assert_eq!(found(&drawing("\n<g>\n<script/></g>")), ("<script>".to_owned(), 3));
    assert_eq!(found(&drawing("\n<rect\n onclick=\"a\u{85}b\"/>")), ("onclick=\"a b\"".to_owned(), 3));
    let doctype = format!("\n<!DOCTYPE svg [\n<!ATTLIST svg onload CDATA \"a\">]>{}", drawing(""));
    assert_eq!(found(&doctype), ("<!ATTLIST svg onload CDATA \"a\">".to_owned(), 3));
    let long = format!("<a href=\"javascript:{}\"/>", "a".repeat(1000));
    assert!(found(&drawing(&long)).0.chars().count() <= 61);
}

#[test]
fn what_drawing_programs_write_is_accepted() {
    assert_accepted(&drawing(
        "<title>Online</title><style>.a { fill: red; mask: url( '#a' ) }</style><use href=\"#a\"/>\
         <image href=\"data:image/png;base64,AAAA\"/><rect fill=\"url(#a)\" style=\"filter:url(#b)\"/>\
         <style>@font-face { font-family: a; src: url(data:font/woff2;base64,AAAA) format('woff2') }</style>\
         <a href=\"https://testila.example/\" target=\"_blank\"><text>a</text></a><a href=\"hankkeet/?a=b:c\"/>\
         <a href=\"mailto:a@testila.example\"/><a href=\"tel:+358401234567\"/>\
         <animate attributeName=\"opacity\" values=\"0;1\" dur=\"2s\"/>\
         <metadata xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:label=\"a\" i:export-filename=\"C:\\a\\b.png\"/>",
    ));
    // Names and texts that only look like style, or like events.
    assert_accepted(&drawing(
        "<g id=\"image(1)\" class=\"src(2)\" data-name=\"url(kuva)\" aria-label=\"Kuva, image(1)\"/>\
         <use href=\"#image(1)\"/><rect fill=\"url('#image(1)')\" style=\"mask: url(&quot;#src(1)&quot;)\"/>\
         <g xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" i:label=\"image(1)\" i:export-filename=\"C:\\a (1)\\url(b).png\" \
         i:once=\"a\"><i:path-effect only_selected=\"false\" param=\"url(a)\"/></g>\
         <style>text::before { content: \"\\201C\" } .a\\:b { font-family: 'Noto\\20Sans' } i { content: '\\\\' }</style>\
         <text style=\"font-family: 'A\\, B'; fill: url(#c\\(1\\))\"/>\
         <style>@font-face { font-family: b; src: url(data:application/x-font-truetype;base64,AAAA) }</style>",
    ));
    let inkscape =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- Created with Inkscape -->\n";
    assert_accepted(&format!("\u{feff}{inkscape}{}", drawing("<g/>")));
    let public = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    assert_accepted(&format!("{public}{}", drawing("")));
    let illustrator = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE svg [\n\t<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n\
        \t<!ENTITY ns_ai 'http://ns.adobe.com/AdobeIllustrator/10.0/' >\n]><?xpacket begin='' id='a'?>\
        <svg xmlns=\"&ns_svg;\" xmlns:i=\"&ns_ai;\" width=\"4\" height=\"2\"><i:pgf id=\"a\">AAAA</i:pgf></svg>";
    assert_accepted(illustrator);
    let editable = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Generator: Adobe Illustrator -->\n\
        <!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n\
        \t<!ENTITY ns_extend \"http://ns.adobe.com/Extensibility/1.0/\">\n\t<!ENTITY ns_ai \"http://ns.adobe.com/AdobeIllustrator/10.0/\">\n\
        \t<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n\t<!ENTITY ns_sfw \"http://ns.adobe.com/SaveForWeb/1.0/\">\n]>\n\
        <svg version=\"1.1\" xmlns:x=\"&ns_extend;\" xmlns:i=\"&ns_ai;\" xmlns=\"http://www.w3.org/2000/svg\" \
        xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"4px\" height=\"2px\" style=\"enable-background:new 0 0 4 2;\" xml:space=\"preserve\">\n\
        <metadata><sfw xmlns=\"&ns_sfw;\"><slices></slices><sliceSourceBounds width=\"4\" height=\"2\" x=\"0\" y=\"0\"/></sfw></metadata>\n\
        <switch><foreignObject requiredExtensions=\"&ns_ai;\" x=\"0\" y=\"0\" width=\"1\" height=\"1\">\
        <i:pgfRef xlink:href=\"#adobe_illustrator_pgf\"></i:pgfRef></foreignObject><g i:extraneous=\"self\"><rect/></g></switch>\n\
        <i:pgf id=\"adobe_illustrator_pgf\"><![CDATA[eJzs(AA/AA==]]></i:pgf></svg>";
    assert_accepted(editable);
}

#[test]
fn a_drawing_that_keeps_a_parser_busy_is_refused() {
    let entity = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>", "x".repeat(900));
    let expanding = format!("{entity}{}", drawing(&format!("<text>{}</text>", "&a;".repeat(100_000))));
    let crowded: String = (0..100_000).map(|number| format!(" a{number}=\"\"")).collect();
    let behind_a_bracket = format!("<g a=\">\"{crowded}/>");
    let declared = |from: usize, to: usize| -> String {
        (from..to).map(|number| format!(" xmlns:a{number}='u:{number}'")).collect()
    };
    let nested: String = (0..3000).map(|number| format!("<g{}>", declared(number, number + 1))).collect();
    let at_the_root = drawing(&"<g xmlns:b='u:b'/>".repeat(3000));
    for text in [
        expanding,
        drawing(&format!("<g{crowded}/>")),
        drawing(&format!("<g{}/>", crowded.replace('"', "'"))),
        drawing(&format!("<g{}/>", crowded.replace('=', " = "))),
        drawing(&behind_a_bracket),
        drawing(&format!("{nested}{}", "</g>".repeat(3000))),
        at_the_root.replacen("<svg", &format!("<svg{}", declared(0, 990)), 1),
        drawing(&format!("{}a{}", "<style>".repeat(20_000), "</style>".repeat(20_000))),
    ] {
        assert!(matches!(look_at(text.as_bytes()), Err(NotShown::Active(_))));
    }
    // A comment full of signs is passed over once.
    for sign in ["<", "<g ", "&#", "&", "<?xpacket ", "<!DOCTYPE ", "='"] {
        let full = drawing(&format!("<!--{}-->", sign.repeat(30_000)));
        assert!(matches!(look_at(full.as_bytes()), Ok(_) | Err(NotShown::Active(_))), "{sign}");
        let with_entity = look_at(format!("{entity}{full}").as_bytes());
        assert!(matches!(with_entity, Ok(_) | Err(NotShown::Active(_))), "{sign}");
    }
    // As many namespaces as programs for drawing and for metadata have together.
    let many = at_the_root.replacen("<svg", &format!("<svg{}", declared(0, 40)), 1);
    assert!(look_at(many.as_bytes()).is_ok());
    let few = format!("{entity}{}", drawing(&"<text>&a;</text>".repeat(100)));
    assert!(look_at(few.as_bytes()).is_ok());
}
