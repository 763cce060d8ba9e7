module ParityNet.FSharp.Tests.FormulaTests

open System
open Xunit
open ParityNet.Definitions.Numbers
open ParityNet.FSharp
open ParityNet.Parity.Proving

let private options = ProofOptions(Cases = 150)

let private huber (x: float) (y: float) =
    let r = x - y
    if abs r < 1.0 then ValueAndDerivative<float>(0.5 * r * r, r)
    else ValueAndDerivative<float>(abs r - 0.5, (if r > 0.0 then 1.0 elif r < 0.0 then -1.0 else 0.0))

let private formula =
    <@
        fun x y ->
            let r = x - y
            if abs r < 1.0 then 0.5 * r ** 2.0 else abs r - 0.5
    @>

[<Fact>]
let ``A loss is proved against a quotation`` () =
    let right = Prove.OwnLoss<float>("huber", Formula.ofPair formula, huber, options = options)
    Assert.True(right.Holds, right.Verdict)

    let wrong = Prove.OwnLoss<float>("huber", Formula.ofPair <@ fun x y -> let r = x - y in if abs r < 1.0 && r <> 0.5 then 0.5 * r * r else abs r - 0.4 @>, huber, options = options)
    Assert.False wrong.Holds

[<Fact>]
let ``Functions of F# and of .NET, pipes and conditions are read`` () =
    let own (x: float) = ValueAndDerivative<float>(Math.Exp(-x * x), -2.0 * x * Math.Exp(-x * x))
    for formula in [ <@ fun x -> -x * x |> exp @>; <@ fun x -> Math.Exp(-(x * x)) @>; <@ fun (x: float) -> if not (x < 0.0) || x > -1.0 then exp (-(x * x)) else exp (-x * x) @> ] do
        let proof = Prove.OwnActivation<float>("bell", Formula.ofNumber formula, own, options = options)
        Assert.True(proof.Holds, proof.Verdict)

[<Fact>]
let ``What has no derivative here is refused by name`` () =
    let refused (formula: Quotations.Expr<float -> float>) =
        Assert.Throws<ArgumentException>(fun () ->
            Prove.OwnActivation<float>("f", Formula.ofNumber formula, (fun x -> ValueAndDerivative<float>(x, 1.0)), options = options) |> ignore).Message
    Assert.Contains("got Math.Sin.", refused <@ fun x -> Math.Sin x @>)
    Assert.Contains("got Operators.Floor.", refused <@ fun x -> floor x @>)
    Assert.StartsWith("formula must be made of what has a derivative: ", refused <@ fun x -> let mutable y = x in y <- y + 1.0; y @>)

type private Huber() =
    interface IElementDefinition with
        member _.Loss(prediction, target) =
            let r = Real.abs (prediction - target)
            Real.where'
                (Real.lt r (Real.number 1.0))
                (fun () -> Real.number 0.5 * Real.square r)
                (fun () -> r - Real.number 0.5)

[<Fact>]
let ``A loss is proved against a definition over the abstract number`` () =
    let right = Prove.Loss<float>("huber", Huber(), huber, options = options)
    Assert.True(right.Holds, right.Verdict)
    Assert.False(Prove.Loss<float>("huber", Huber(), (fun x y -> ValueAndDerivative<float>(abs (x - y), sign (x - y) |> float)), options = options).Holds)
