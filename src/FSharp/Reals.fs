namespace ParityNet.FSharp

open System
open ParityNet.Definitions.Numbers

/// Comparisons, choices and functions of the abstract number over which definitions of one's own are written, as functions:
/// `Real.where' (Real.lt (Real.abs r) (Real.number 1.0)) (fun () -> …) (fun () -> …)`. Arithmetic is `+`, `-`, `*`, `/`.
[<RequireQualifiedAccess>]
module Real =

    /// Exactly the number.
    let number<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (value: float) : 'R = 'R.Exact value

    /// The first value where the condition holds, else the second; both where a bound leaves the condition open.
    let where'<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>>
        (condition: Truth) (ifTrue: unit -> 'R) (ifFalse: unit -> 'R) : 'R =
        'R.Where(condition, Func<'R> ifTrue, Func<'R> ifFalse)

    /// The smaller number; on a tie each gets half of the derivative.
    let min<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (b: 'R) : 'R = 'R.Min(a, b)

    /// The larger number; on a tie each gets half of the derivative.
    let max<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (b: 'R) : 'R = 'R.Max(a, b)

    /// aⁿ.
    let pown<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (n: int64) : 'R = 'R.Pow(a, n)

    /// Whether a < b.
    let lt<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (b: 'R) : Truth = 'R.op_LessThan(a, b)

    /// Whether a ≤ b.
    let le<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (b: 'R) : Truth = 'R.op_LessThanOrEqual(a, b)

    /// Whether a > b.
    let gt<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (b: 'R) : Truth = 'R.op_GreaterThan(a, b)

    /// Whether a ≥ b.
    let ge<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>>
        (a: 'R) (b: 'R) : Truth =
        'R.op_GreaterThanOrEqual(a, b)

    /// Whether a = b.
    let eq<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) (b: 'R) : Truth = 'R.Equal(a, b)

    /// |a|, with the derivative 0 at 0.
    let abs<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Abs a

    /// a², whose bounds know that both factors are the same.
    let square<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Square a

    /// √a.
    let sqrt<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Sqrt a

    /// eᵃ.
    let exp<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Exp a

    /// eᵃ − 1 without cancellation.
    let expm1<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Expm1 a

    /// ln a.
    let log<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Log a

    /// ln(1 + a) without cancellation.
    let log1p<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Log1p a

    /// The hyperbolic tangent.
    let tanh<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Tanh a

    /// 1/(1 + e⁻ᵃ).
    let sigmoid<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Sigmoid a

    /// ln(1 + eᵃ).
    let softplus<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Softplus a

    /// The error function.
    let erf<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Erf a

    /// The sine.
    let sin<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Sin a

    /// The cosine.
    let cos<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Cos a

    /// The arc tangent.
    let atan<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Atan a

    /// −1, 0 or 1.
    let sign<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Sign a

    /// The value without a derivative, as autograd's detach.
    let detach<'R when 'R: struct and 'R: (new: unit -> 'R) and 'R :> ValueType and 'R :> IReal<'R>> (a: 'R) : 'R = 'R.Detach a
