module ParityNet.FSharp.Tests.OpsTests

open Xunit
open ParityNet
open ParityNet.Activations
open ParityNet.FSharp
open ParityNet.Losses
open ParityNet.Models
open ParityNet.Native
open ParityNet.Optimizers
open ParityNet.Torch

let backends =
    let all = TheoryData<IBackend>(NativeBackend())

    match TorchBackend.Unavailable with
    | null -> all.Add(TorchBackend())
    | reason -> all.Add(TheoryDataRow<IBackend>(NativeBackend(), Skip = reason))

    all

[<Theory; MemberData(nameof backends)>]
let ``A loss takes its target first and the prediction from the pipe`` (backend: IBackend) =
    let huber = backend.Loss<float32>(Huber(Delta = 0.5, Reduction = Reduction.Sum))
    let target = Tensor.ofSeq [ 0.0f; 0.0f ]
    let value, gradient = Tensor.ofSeq [ 0.25f; 2.0f ] |> Loss.valueAndGradient huber target
    // ½·0.25² + 0.5·(2 − 0.25), by hand.
    Assert.Equal(0.90625f, Tensor.item value)
    Assert.Equal<float32[]>([| 0.25f; 0.5f |], Tensor.toArray gradient)

[<Theory; MemberData(nameof backends)>]
let ``A class loss takes labels`` (backend: IBackend) =
    let entropy = backend.Loss<float>(CrossEntropy())
    let scores = Tensor.ofRows [ [ 0.0; 0.0 ]; [ 0.0; 0.0 ] ]
    let value, gradient = scores |> Loss.ofClassesAndGradient entropy (Tensor.ofSeq [ 0L; 1L ])
    Assert.Equal(log 2.0, Tensor.item value)
    Assert.Equal<float[]>([| -0.25; 0.25; 0.25; -0.25 |], Tensor.toArray gradient)

[<Theory; MemberData(nameof backends)>]
let ``Training is a fold over the optimizer's state`` (backend: IBackend) =
    let sgd = backend.Optimizer<float>(Sgd(LearningRate = 0.25))
    // On the bowl ½p² each step multiplies p by 1 − 0.25, exactly.
    let descend (state: OptimizerState<float>) _ = state |> Optimizer.step sgd state.Parameters
    let fitted = Seq.fold descend (Optimizer.init sgd [ Tensor.ofSeq [ 1.0 ] ]) (seq { 1..10 })
    Assert.Equal(pown 0.75 10, Tensor.item fitted.Parameters[0])
    Assert.Equal(10L, fitted.Step)

[<Theory; MemberData(nameof backends)>]
let ``A schedule sets the rate of one step`` (backend: IBackend) =
    let sgd = backend.Optimizer<float>(Sgd(LearningRate = 1.0))
    let rate = Schedule.step 2 0.5 |> Schedule.rate 1.0
    let state = Optimizer.init sgd [ Tensor.ofSeq [ 0.0 ] ]
    let next = state |> Optimizer.stepAt sgd (rate 4L) [ Tensor.ofSeq [ 1.0 ] ]
    Assert.Equal(-0.25, Tensor.item next.Parameters[0])
    Assert.Equal(0.0, Tensor.item state.Parameters[0])

[<Theory; MemberData(nameof backends)>]
let ``An activation is applied and pulled back`` (backend: IBackend) =
    let relu = backend.Activation<float32>(ReLU())
    let input = Tensor.ofSeq [ -1.0f; 0.0f; 2.0f ]
    Assert.Equal<float32[]>([| 0.0f; 0.0f; 2.0f |], input |> Activation.apply relu |> Tensor.toArray)
    Assert.Equal<float32[]>([| 0.0f; 0.0f; 3.0f |], Tensor.ofSeq [ 3.0f; 3.0f; 3.0f ] |> Activation.pullback relu input |> Tensor.toArray)

[<Theory; MemberData(nameof backends)>]
let ``A model gives its loss and one gradient a parameter`` (backend: IBackend) =
    let model = backend.Model<float>(Perceptron(2, 1), SquaredError())
    let parameters = [ Tensor.ofRows [ [ 1.0; 2.0 ] ]; Tensor.ofSeq [ 0.5 ] ]
    let input, target = Tensor.ofRows [ [ 1.0; 1.0 ] ], Tensor.ofRows [ [ 1.5 ] ]
    Assert.Equal(3.5, Model.value model parameters input |> Tensor.item)
    let loss, gradients = parameters |> Model.lossAndGradients model input (Operand target)
    Assert.Equal(4.0, loss)
    Assert.Equal<float[]>([| 4.0; 4.0 |], Tensor.toArray gradients[0])
    Assert.Equal<float[]>([| 4.0 |], Tensor.toArray gradients[1])

[<Fact>]
let ``Rows of different lengths are refused with both lengths`` () =
    let refusal = Assert.ThrowsAny<System.ArgumentException>(fun () -> Tensor.ofRows [ [ 1.0 ]; [ 1.0; 2.0 ] ] |> ignore)
    Assert.StartsWith("rows must be equally long: expected 1 numbers in row 1, got 2.", refusal.Message)
