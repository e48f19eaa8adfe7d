//! Every word in both languages: the same messages, attributes and variables in each.

use std::collections::BTreeSet;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::tree::{self, Tree};
use crate::trouble::Outcome;

const FIRST: &str = "en";
const OTHERS: &[&str] = &["es"];

/// What one language has and the other lacks, and what cannot be read.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let first = names(tree, FIRST, &mut found)?;
    if first.is_empty() {
        found.push(format!("ui/locales/{FIRST} has no words"));
    }
    for language in OTHERS {
        let other = names(tree, language, &mut found)?;
        found.extend(first.difference(&other).map(|name| format!("{language} lacks {name}")));
        found.extend(other.difference(&first).map(|name| format!("{FIRST} lacks {name}")));
    }
    Ok(found)
}

fn names(tree: &Tree, language: &str, found: &mut Vec<String>) -> Outcome<BTreeSet<String>> {
    let folder = format!("ui/locales/{language}");
    let mut all = BTreeSet::new();
    for path in tree.files(&folder)? {
        let name = tree.name(&path);
        let file = name.strip_prefix(&folder).unwrap_or(&name).trim_start_matches('/');
        match entries(&tree::read(&path)?) {
            Ok(entries) => {
                for entry in entries {
                    if !all.insert(format!("{file}: {entry}")) {
                        found.push(format!("{name} has {entry} twice"));
                    }
                }
            }
            Err(broken) => found.extend(broken.into_iter().map(|error| format!("{name}: {error}"))),
        }
    }
    Ok(all)
}

/// One line for each message and attribute, with the variables that it shows.
fn entries(text: &str) -> Result<Vec<String>, Vec<String>> {
    let resource = fluent_syntax::parser::parse(text)
        .map_err(|(_, errors)| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let mut found = Vec::new();
    for entry in &resource.body {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        found.push(format!("{name}{}", variables(value)));
        found.extend(attributes.iter().map(|it| format!("{name}.{}{}", it.id.name, variables(Some(&it.value)))));
    }
    Ok(found)
}

/// ` { $hours $target }`, or nothing where the words stand alone.
fn variables(pattern: Option<&Pattern<&str>>) -> String {
    let mut names = BTreeSet::new();
    if let Some(pattern) = pattern {
        in_pattern(pattern, &mut names);
    }
    if names.is_empty() {
        String::new()
    } else {
        format!(" {{{}}}", names.into_iter().map(|name| format!(" ${name}")).collect::<String>() + " ")
    }
}

fn in_pattern<'a>(pattern: &Pattern<&'a str>, names: &mut BTreeSet<&'a str>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression<'a>(expression: &Expression<&'a str>, names: &mut BTreeSet<&'a str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants.iter().for_each(|variant| in_pattern(&variant.value, names));
        }
    }
}

fn in_inline<'a>(inline: &InlineExpression<&'a str>, names: &mut BTreeSet<&'a str>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments, names),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => in_arguments(arguments, names),
        _ => {}
    }
}

fn in_arguments<'a>(arguments: &CallArguments<&'a str>, names: &mut BTreeSet<&'a str>) {
    arguments.positional.iter().for_each(|argument| in_inline(argument, names));
    arguments.named.iter().for_each(|argument| in_inline(&argument.value, names));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_attributes_and_variables_are_what_two_languages_share() {
        let english = "left = { $hours } of { NUMBER($target) }\n    .label = Hours\ncount = { $n ->\n    [one] one\n   *[other] { $n } of { $all }\n}\n";
        assert_eq!(entries(english).unwrap(), ["left { $hours $target }", "left.label", "count { $all $n }"]);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert!(entries("broken = { $\n").is_err());
    }
}
