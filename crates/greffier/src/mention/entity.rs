//! Entities in the clean text: names of the gazetteer, acronyms, persons, events, instruments.

use std::collections::BTreeMap;

use super::office::hold;
use super::phrase::Phrase;
use super::scan::Scan;
use super::{DateMention, Reading};
use crate::model::{Edtf, EntityKind};
use crate::text::CleanSpan;

/// One entity with all its mentions in the clean text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EntityMention {
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    pub(crate) acronym: Option<String>,
    pub(crate) codes: BTreeMap<String, String>,
    pub(crate) valid: Option<Edtf>,
    pub(crate) successor: Option<String>,
    pub(crate) mentions: Vec<CleanSpan>,
    /// The office that a person holds, by its place among the entities.
    pub(crate) office: Option<usize>,
    /// Where it is meant without its name.
    pub(crate) coreferences: Vec<CleanSpan>,
    /// Where it is named with a mistake.
    pub(crate) misspelt: Vec<CleanSpan>,
}

/// The entities of the text, in order of first mention.
pub(crate) fn entities(reading: Reading<'_>, dates: &[DateMention]) -> Vec<EntityMention> {
    let phrase = Phrase { reading, dates };
    let mut entities = Scan::new(phrase).run();
    hold(phrase, &mut entities);
    entities
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::word::words;

    /// The mentions of a text: kind, entity's name, words as printed.
    fn found(text: &str) -> Vec<(EntityKind, String, String)> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let words = words(text, &lexicon);
        let reading = Reading { clean: text, words: &words, lexicon: &lexicon };
        let mut all: Vec<(CleanSpan, EntityKind, String)> = Vec::new();
        for entity in entities(reading, &[]) {
            all.extend(entity.mentions.iter().map(|&span| (span, entity.kind, entity.name.clone())));
        }
        all.sort_by_key(|(span, ..)| *span);
        all.into_iter().map(|(span, kind, name)| (kind, name, text[span.range()].to_owned())).collect()
    }

    fn printed(text: &str) -> Vec<(EntityKind, String)> {
        found(text).into_iter().map(|(kind, _, printed)| (kind, printed)).collect()
    }

    #[test]
    fn names_have_their_kind_and_extent() {
        use EntityKind::{Event, Group, Instrument, Location, Organization, Person, Role};
        for (text, expected) in [
            ("le Président Awa Boubacar Konaté, qui", vec![(Person, "Awa Boubacar Konaté")]),
            (
                "S.E.M. Oumar Ould TALEB, Président du Faso",
                vec![(Person, "Oumar Ould TALEB"), (Role, "Président du Faso"), (Location, "Faso")],
            ),
            ("le Ministre Malien et le chef d’équipe", vec![(Role, "Ministre Malien"), (Role, "chef d’équipe")]),
            ("S. E. M. Jean-Noël KEMBA -DIOP, Ministre", vec![(Person, "Jean-Noël KEMBA -DIOP")]),
            ("Mme N. A. Sarr (Inde)", vec![(Person, "N. A. Sarr"), (Location, "Inde")]),
            ("M. Koffi N’DIAYE a dit", vec![(Person, "Koffi N’DIAYE")]),
            ("à l’OCI, S.E. Awa Koné, a dit", vec![(Organization, "OCI"), (Person, "Awa Koné")]),
            ("le prince Salim bin Omar Al Kabir, cité", vec![(Person, "Salim bin Omar Al Kabir")]),
            ("la Commissaire Reine Koffi-Ahou a dit", vec![(Person, "Reine Koffi-Ahou")]),
            ("M. Awa Koné parle. Awa Koné conclut.", vec![(Person, "Awa Koné"), (Person, "Awa Koné")]),
            ("le Groupe de travail sur les routes siège", vec![(Organization, "Groupe de travail sur les routes")]),
            (
                "RAPPORT DU CONSEIL DE SÉCURITÉ SUR LE TCHAD",
                vec![(Organization, "CONSEIL DE SÉCURITÉ"), (Location, "TCHAD")],
            ),
            ("la troisième session extraordinaire intitulée", vec![(Event, "troisième session extraordinaire")]),
            ("la Quarante Septième session ordinaire", vec![(Event, "Quarante Septième session ordinaire")]),
            ("l’adhésion du Bahreïn4 et du Qatar5", vec![(Location, "Bahreïn"), (Location, "Qatar")]),
            ("le Jammu-et-Cachemire", vec![(Location, "Jammu-et-Cachemire")]),
            (
                "le Rapporteur du Comité des routes, Samba Kéïta Lo, a dit",
                vec![
                    (Role, "Rapporteur du Comité des routes"),
                    (Organization, "Comité des routes"),
                    (Person, "Samba Kéïta Lo"),
                ],
            ),
            ("lors du 12éme Sommet islamique, il", vec![(Event, "12éme Sommet islamique")]),
            ("à sa quarante-deuxième session ordinaire, il", vec![(Event, "quarante-deuxième session ordinaire")]),
            ("le XIVe Sommet", vec![(Event, "XIVe Sommet")]),
            ("le sommet de Niamey a", vec![(Event, "sommet de Niamey")]),
            (
                "la réunion annuelle de coordination des ministres des Transports, en",
                vec![(Event, "réunion annuelle de coordination des ministres des Transports")],
            ),
            (
                "le Groupe de contact de l'OCI sur le Tchad s'est réuni",
                vec![(Organization, "Groupe de contact de l'OCI sur le Tchad")],
            ),
            ("le Gouvernement d’union nationale a été", vec![(Organization, "Gouvernement d’union nationale")]),
            ("la création du Fonds d'entraide décidée par la réunion", vec![(Organization, "Fonds d'entraide")]),
            ("le Comité de haut niveau a", vec![(Organization, "Comité de haut niveau")]),
            (
                "l’article 4 de la Charte des Nations Unies",
                vec![(Instrument, "article 4 de la Charte des Nations Unies")],
            ),
            (
                "la Convention relative à la protection des zones humides, signée",
                vec![(Instrument, "Convention relative à la protection des zones humides")],
            ),
            ("la déclaration de Dakar", vec![(Instrument, "déclaration de Dakar")]),
            (
                "l’archipel des Kéma et le nord du Mali",
                vec![(Location, "archipel des Kéma"), (Location, "nord du Mali")],
            ),
            ("réunie à Kémadougou le", vec![(Location, "Kémadougou")]),
            ("les Touaregs et les Etats membres", vec![(Group, "Touaregs"), (Group, "Etats membres")]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(kind, words)| (kind, words.to_owned())).collect();
            assert_eq!(printed(text), expected, "{text}");
        }
    }

    #[test]
    fn what_names_nothing_stays_out() {
        for text in [
            "La réunion a demandé au Comité de présenter un rapport.",
            "la Commission et le Conseil ont décidé",
            "le Président a salué le Ministre",
            "le Gouvernement et les autorités",
            "XIV. Questions diverses",
            "PRIE DE NOUVEAU LES PAYS",
            "au titre de la session",
            "la Commission sur la situation des routes",
            "au XXIe siècle",
            "Ce Sommet a montré",
            "la Résolution CADRE",
            "Entente CHAPITRE",
            "M. le Président, Mesdames et Messieurs",
        ] {
            assert_eq!(printed(text), Vec::new(), "{text}");
        }
    }

    #[test]
    fn long_form_and_acronym_are_one_entity() {
        for (text, name, mentions) in [
            ("L’Agence des routes du Sahel (ARS) siège. L’ARS agit.", "Agence des routes du Sahel", 3),
            (
                "La 41e session de la Conférence de l’OCI (CFM) dure. La 41e session agit.",
                "41e session de la Conférence de l’OCI",
                2,
            ),
            ("Le Bassin commun uni (BCU) dure ; le BCU agit.", "Bassin commun uni", 3),
            (
                "La Mission intégrée de stabilisation des Nations Unies au Mali (MINUSMA) dure.",
                "Mission multidimensionnelle intégrée des Nations Unies pour la stabilisation au Mali",
                2,
            ),
            ("Le Conseil de Paix et de Sécurité (CPS) siège. Le CPS agit.", "Conseil de paix et de sécurité", 3),
            (
                "Le Groupe de contact sur le Tchad siège. Le Groupe de contact agit.",
                "Groupe de contact sur le Tchad",
                2,
            ),
        ] {
            let all = found(text);
            assert_eq!(all.iter().filter(|(_, found, _)| found == name).count(), mentions, "{text}: {all:?}");
        }
    }

    #[test]
    fn any_words_are_read() {
        for piece in [
            "M. ",
            "A ",
            "Nord-",
            "lac de ",
            "(AB) ",
            "Conseil et ",
            "première session de la ",
            "l'",
            "Aa-",
            "X, ",
            "de
",
        ] {
            let text = piece.repeat(2000);
            let _ = found(&text);
        }
    }
}
