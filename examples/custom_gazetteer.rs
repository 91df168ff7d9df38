//! Teaches the parser names of one's own: `cargo run --example custom_gazetteer`.

use greffier::{Gazetteer, Parser};

/// A gazetteer has one table a thing; all but `name` and `kind` may be left out.
const MINE: &str = r#"
[[entry]]
name = "Observatoire du fleuve Kéma"
kind = "organization"
acronym = "OFK"
variants = ["Observatoire du Kéma"]
codes = { registry = "42" }
since = "2002"
former = [{ name = "Veille du Kéma", until = "2002" }]
"#;
/// The same as a sheet, as spreadsheets write it; commas or tabs will do, too.
const SHEET: &str = "\
name;kind;codes.registry
Kémadougou;location;43
";
const TEXT: &str = "\
Le Comité,

1. Prie l’Observatoire du fleuve Kéma (OFK) de publier ses relevés avant le 30 juin 2016 ;

2. Invite les riverains de Kémadougou à aider l’OFK.
";

fn main() -> Result<(), greffier::Error> {
    let mine = Gazetteer::from_toml("mine.toml", MINE)?;
    let sheet = Gazetteer::from_csv("sheet.csv", SHEET)?;
    let parser = Parser::builder().gazetteer(mine).gazetteer(sheet).build()?;
    let document = parser.parse(TEXT);

    for entity in &document.entities {
        let mentions: Vec<&str> = entity.mentions.iter().map(|&mention| document.slice(mention)).collect();
        println!("{:?} {} {:?} {mentions:?}", entity.kind, entity.name, entity.codes);
    }
    for act in document.clauses().flat_map(|clause| &clause.acts) {
        let addressees: Vec<&str> = act.addressees.iter().map(|addressee| addressee.text.as_str()).collect();
        println!("{} → {}", act.verb.lemma, addressees.join("; "));
    }

    // What is wrong in a gazetteer is said with file and line.
    let error = Gazetteer::from_toml("mine.toml", "[[entry]]\nname = \"Kémadougou\"\nkind = \"town\"\n");
    println!("{}", error.expect_err("a town is a location"));
    Ok(())
}
