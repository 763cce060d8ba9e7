module ParityNet.FSharp.Tests.LayerTests

open System.Collections.Immutable
open Xunit
open ParityNet
open ParityNet.FSharp
open ParityNet.Initializers
open ParityNet.Layers
open ParityNet.Losses

let backends = OpsTests.backends

[<Theory; MemberData(nameof backends)>]
let ``A layer takes its parameters by name and the input from the pipe`` (backend: IBackend) =
    let dense = backend.Layer<float>(Linear())
    let parameters = [ "weight", Tensor.ofRows [ [ 1.0; 2.0 ] ]; "bias", Tensor.ofSeq [ 0.5 ] ]
    let input = Tensor.ofRows [ [ 1.0; -1.0 ] ]
    Assert.Equal<float[]>([| -0.5 |], input |> Layer.apply dense parameters |> Tensor.toArray)
    let toInput, toParameters = Tensor.ofRows [ [ 2.0 ] ] |> Layer.pullback dense [ "weight"; "bias" ] parameters input
    Assert.Equal<float[]>([| 2.0; 4.0 |], Tensor.toArray toInput)
    Assert.Equal<float[]>([| 2.0; -2.0 |], Tensor.toArray toParameters["weight"])
    Assert.Equal<float[]>([| 2.0 |], Tensor.toArray toParameters["bias"])

[<Theory; MemberData(nameof backends)>]
let ``A dropout takes a mask that is drawn from a seed`` (backend: IBackend) =
    let spec = Dropout(P = 0.5)
    let mask = Layer.mask spec 1UL [ 2; 8 ]
    let dropped = Tensor.ofShape [ 2; 8 ] (Seq.replicate 16 3.0f) |> Layer.apply (backend.Layer<float32> spec) [ "mask", mask ]
    Assert.Equal<float32[]>(Array.map (fun kept -> 6.0f * kept) (Tensor.toArray mask), Tensor.toArray dropped)

[<Theory; MemberData(nameof backends)>]
let ``A loss of named arguments has a gradient by each`` (backend: IBackend) =
    let triplet = backend.Loss<float>(TripletMargin(P = 1.0, Margin = 1.0, Epsilon = 0.0, Reduction = Reduction.Sum))
    let operands =
        Operands.ofTensors [ "anchor", Tensor.ofRows [ [ 0.0 ] ]; "positive", Tensor.ofRows [ [ 2.0 ] ] ]
        |> Operands.withTensor "negative" (Tensor.ofRows [ [ 1.0 ] ])
    // 1 + |0 − 2| − |0 − 1|, by hand.
    let value, gradients = operands |> Function.valueAndGradients triplet [ "positive"; "negative" ]
    Assert.Equal(2.0, Tensor.item value)
    Assert.Equal(1.0, Tensor.item gradients["positive"])
    Assert.Equal(-1.0, Tensor.item gradients["negative"])

[<Theory; MemberData(nameof backends)>]
let ``Layers are piped`` (backend: IBackend) =
    Assert.Equal(LayerNorm(ImmutableArray.Create 2), Layer.norm [ 2 ])
    let norm = backend.Layer<float>(LayerNorm(ImmutableArray.Create 2, Epsilon = 0.0))
    let twice = backend.Layer<float>(Linear())
    let output =
        Tensor.ofRows [ [ 1.0; 5.0 ] ]
        |> Layer.apply norm []
        |> Layer.apply twice [ "weight", Tensor.ofRows [ [ 2.0; 0.0 ]; [ 0.0; 2.0 ] ] ]
    // Mean 3 and variance 4, so that every number on the way is exact.
    Assert.Equal<float[]>([| -2.0; 2.0 |], Tensor.toArray output)

[<Fact>]
let ``An initializer draws the same numbers for a seed`` () =
    let draw seed : System.Numerics.Tensors.Tensor<float32> = Initializer.draw (KaimingNormal()) seed [ 3; 4 ]
    Assert.Equal<float32[]>(Tensor.toArray (draw 1UL), Tensor.toArray (draw 1UL))
    Assert.NotEqual<float32[]>(Tensor.toArray (draw 1UL), Tensor.toArray (draw 2UL))
