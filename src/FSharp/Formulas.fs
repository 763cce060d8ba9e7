namespace ParityNet.FSharp

open System
open System.Linq.Expressions
open Microsoft.FSharp.Linq.RuntimeHelpers
open Microsoft.FSharp.Quotations
open Microsoft.FSharp.Quotations.ExprShape

/// Formulas as quotations, for proofs that take them as expressions: `Formula.ofPair <@ fun x y -> if x > y then x - y else 0.0 @>`.
/// Arithmetic, comparisons, conditionals, `let` and F#'s or .NET's `abs`, `exp`, `log`, `max`, `min`, `sqrt`, `tanh` … are read; a proof refuses
/// anything else by name.
[<RequireQualifiedAccess>]
module Formula =

    // F# writes sinh x and x |> f as operators of its own; what is piped is applied.
    let rec private plain (expression: Expr) =
        match expression with
        | DerivedPatterns.SpecificCall <@ (|>) @> (_, _, [ argument; f ]) -> Expr.Application(plain f, plain argument) |> applied
        | ShapeVar variable -> Expr.Var variable
        | ShapeLambda(variable, body) -> Expr.Lambda(variable, plain body)
        | ShapeCombination(shape, parts) -> RebuildShapeCombination(shape, List.map plain parts) |> applied

    // (fun x -> body) argument is let x = argument in body.
    and private applied expression =
        match expression with
        | Patterns.Application(Patterns.Lambda(variable, body), argument) -> Expr.Let(variable, argument, body)
        | other -> other

    let private converted (formula: Expr) : Expression =
        try
            LeafExpressionConverter.QuotationToExpression(plain formula)
        with :? NotSupportedException ->
            invalidArg
                (nameof formula)
                $"formula must be made of what has a derivative: expected arithmetic and functions of numbers, got %O{formula}."

    let rec private lambda (expression: Expression) : ParameterExpression list * Expression =
        match expression with
        | :? LambdaExpression as inner ->
            let parameters, body = lambda inner.Body
            List.ofSeq inner.Parameters @ parameters, body
        // A function of F# is converted to a delegate, which is made into a function again.
        | :? MethodCallExpression as call when call.Method.Name = "ToFSharpFunc" -> lambda call.Arguments[0]
        | :? NewExpression as made when made.Arguments.Count = 1 -> lambda made.Arguments[0]
        | other -> [], other

    /// The formula of one number.
    let ofNumber (formula: Expr<float -> float>) =
        let parameters, body = lambda (converted formula)
        Expression.Lambda<Func<float, float>>(body, parameters)

    /// The formula of a pair of numbers, such as prediction and target.
    let ofPair (formula: Expr<float -> float -> float>) =
        let parameters, body = lambda (converted formula)
        Expression.Lambda<Func<float, float, float>>(body, parameters)
