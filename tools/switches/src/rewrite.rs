//! Puts a switch at each place that a mutant changes.

use crate::Mutant;
use proc_macro2::{LineColumn, TokenStream};
use quote::quote;
use syn::punctuated::Pair;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, BinOp, Block, Expr, ExprBinary, ExprStruct, ImplItemFn, ItemConst, ItemFn, ItemStatic, ReturnType, Signature,
};

/// The mutants of a file, and which of them have a switch.
pub struct Rewrite {
    mutants: Vec<Mutant>,
    /// Their numbers.
    pub switched: Vec<usize>,
}

impl Rewrite {
    /// Of a file.
    pub fn of(mutants: Vec<Mutant>) -> Self {
        Rewrite { mutants, switched: Vec::new() }
    }

    /// Numbers and replacements of what changes this place.
    fn at(&self, genre: &str, start: LineColumn) -> Vec<(usize, String)> {
        let here = self.mutants.iter().filter(|one| one.genre == genre && one.start == start);
        here.map(|one| (one.number, one.replacement.clone())).collect()
    }

    /// The expression as it is, or in the form of the first mutant that is switched on.
    fn switch(&mut self, choices: Vec<(usize, TokenStream)>, as_it_is: TokenStream) -> Option<Expr> {
        let mut all = as_it_is;
        for (number, changed) in choices.iter().rev() {
            all = quote! { if crate::switch::on(#number) { #changed } else { #all } };
        }
        let expr = syn::parse2(quote! { (#all) }).ok()?;
        self.switched.extend(choices.iter().map(|(number, _)| *number));
        Some(expr)
    }

    fn binary(&mut self, expr: &ExprBinary) -> Option<Expr> {
        let found = self.at("BinaryOperator", expr.op.span().start());
        if found.is_empty() || has_let(&expr.left) || has_let(&expr.right) {
            return None;
        }
        let with = |(number, text): (usize, String)| {
            let op: BinOp = syn::parse_str(&text).ok()?;
            let changed = ExprBinary { op, ..expr.clone() };
            Some((number, quote! { #changed }))
        };
        let choices = found.into_iter().filter_map(with).collect();
        self.switch(choices, quote! { #expr })
    }

    fn unary(&mut self, expr: &syn::ExprUnary) -> Option<Expr> {
        let found = self.at("UnaryOperator", expr.op.span().start());
        let operand = &expr.expr;
        let choices: Vec<_> = found.into_iter().map(|(number, _)| (number, quote! { #operand })).collect();
        if choices.is_empty() { None } else { self.switch(choices, quote! { #expr }) }
    }

    /// A structure that takes a field from the structure behind `..` instead.
    fn without_field(&mut self, expr: &ExprStruct, starts: &[LineColumn]) -> Option<Expr> {
        let mut choices = Vec::new();
        for (place, start) in starts.iter().enumerate() {
            let mut changed = expr.clone();
            let others = expr.fields.iter().enumerate().filter(|(at, _)| *at != place);
            changed.fields = others.map(|(_, field)| Pair::Punctuated(field.clone(), Default::default())).collect();
            choices.extend(self.at("StructField", *start).into_iter().map(|(number, _)| (number, quote! { #changed })));
        }
        if choices.is_empty() { None } else { self.switch(choices, quote! { #expr }) }
    }

    /// An early return in front of a function's body.
    fn function(&mut self, signature: &Signature, block: &mut Block, start: LineColumn, end: LineColumn) {
        let is_hidden =
            matches!(&signature.output, ReturnType::Type(_, kind) if quote! { #kind }.to_string().contains("impl "));
        if signature.constness.is_some() || is_hidden {
            return;
        }
        let inside = |one: &&Mutant| one.genre == "FnValue" && start <= one.start && one.start <= end;
        let found: Vec<_> =
            self.mutants.iter().filter(inside).map(|one| (one.number, one.replacement.clone())).collect();
        for (number, text) in found {
            if self.switched.contains(&number) {
                continue;
            }
            let Ok(value) = syn::parse_str::<Expr>(&text) else { continue };
            let Ok(statement) = syn::parse2(quote! { if crate::switch::on(#number) { return #value; } }) else {
                continue;
            };
            block.stmts.insert(0, statement);
            self.switched.push(number);
        }
    }

    /// An arm that is never taken, or a guard that always or never holds.
    fn arm(&mut self, arm: &mut Arm, start: LineColumn, guard: Option<LineColumn>) {
        let removed: Vec<usize> = self.at("MatchArm", start).into_iter().map(|(number, _)| number).collect();
        let guards = guard.map(|start| self.at("MatchArmGuard", start)).unwrap_or_default();
        let mut condition = arm.guard.as_ref().map(|(_, guard)| quote! { #guard });
        for (number, value) in guards {
            let Ok(value) = syn::parse_str::<Expr>(&value) else { continue };
            condition =
                condition.map(|as_it_is| quote! { (if crate::switch::on(#number) { #value } else { #as_it_is }) });
            self.switched.push(number);
        }
        for number in removed {
            let and = condition.map(|condition| quote! { && (#condition) });
            condition = Some(quote! { !crate::switch::on(#number) #and });
            self.switched.push(number);
        }
        if let Some(Ok(condition)) = condition.map(syn::parse2::<Expr>) {
            arm.guard = Some((Default::default(), Box::new(condition)));
        }
    }
}

/// Whether a condition binds names: such a one cannot be put in brackets.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// `, ..rest` needs its comma, which the parser does not keep.
fn with_last_comma(made: &mut ExprStruct) {
    if made.rest.is_some() && !made.fields.empty_or_trailing() {
        made.fields.push_punct(Default::default());
    }
}

impl VisitMut for Rewrite {
    // Places are taken before the inner parts are rewritten: what is rewritten has no place.
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let fields: Vec<LineColumn> = match expr {
            Expr::Struct(made) => made.fields.iter().map(|field| field.span().start()).collect(),
            _ => Vec::new(),
        };
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Struct(made) = expr {
            with_last_comma(made);
        }
        let changed = match expr {
            Expr::Binary(binary) => self.binary(&binary.clone()),
            Expr::Unary(unary) => self.unary(&unary.clone()),
            Expr::Struct(made) => self.without_field(&made.clone(), &fields),
            _ => None,
        };
        if let Some(changed) = changed {
            *expr = changed;
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let (start, guard) = (arm.span().start(), arm.guard.as_ref().map(|(_, guard)| guard.span().start()));
        visit_mut::visit_arm_mut(self, arm);
        self.arm(arm, start, guard);
    }

    fn visit_item_fn_mut(&mut self, item: &mut ItemFn) {
        let (start, end) = (item.block.span().start(), item.block.span().end());
        if item.sig.constness.is_some() {
            return;
        }
        visit_mut::visit_item_fn_mut(self, item);
        self.function(&item.sig, &mut item.block, start, end);
    }

    fn visit_impl_item_fn_mut(&mut self, item: &mut ImplItemFn) {
        let (start, end) = (item.block.span().start(), item.block.span().end());
        if item.sig.constness.is_some() {
            return;
        }
        visit_mut::visit_impl_item_fn_mut(self, item);
        self.function(&item.sig, &mut item.block, start, end);
    }

    // What the compiler works out cannot be switched.
    fn visit_item_const_mut(&mut self, _: &mut ItemConst) {}
    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_item_static_mut(&mut self, _: &mut ItemStatic) {}
}
