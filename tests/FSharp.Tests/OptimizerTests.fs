module ParityNet.FSharp.Tests.OptimizerTests

open System.IO
open Xunit
open ParityNet
open ParityNet.FSharp
open ParityNet.Native
open ParityNet.Optimizers

let private backend = NativeBackend() :> IBackend

[<Fact>]
let ``Wrappers are piped as they are nested`` () =
    let piped = Adam() |> Optimizer.withClippedNorm 1.0 |> Optimizer.withLookahead 5 0.5
    Assert.Equal<OptimizerSpec>(Lookahead(ClipGradNorm(Adam(), 1.0), 5, 0.5), piped)
    Assert.Equal<OptimizerSpec>(ClipGradNorm(Sgd(), 2.0, infinity), Sgd() |> Optimizer.withClippedNormOf infinity 2.0)
    Assert.Equal<OptimizerSpec>(ClipGradValue(Sgd(), 2.0), Sgd() |> Optimizer.withClippedValues 2.0)
    Assert.Equal<OptimizerSpec>(DecoupledWeightDecay(Sgd(), 0.1), Sgd() |> Optimizer.withDecoupledDecay 0.1)
    Assert.Equal<OptimizerSpec>(Ema(Sgd(), 0.9), Sgd() |> Optimizer.withAverage 0.9)
    Assert.Equal<OptimizerSpec>(Ema(Sgd(), Averaging = AveragingForm.Equal), Sgd() |> Optimizer.withEqualAverage)
    Assert.Equal<OptimizerSpec>(Accumulate(Sgd(), 4), Sgd() |> Optimizer.withAccumulation 4)

[<Fact>]
let ``A preset has the defaults of its system, and options that are set`` () =
    let mine = Preset.keras<Adam> () |> Preset.set <@ _.LearningRate @> 0.01
    let spec = Adam(LearningRate = 0.01, Epsilon = 1e-7, Placement = EpsilonPlacement.Uncorrected, DecoupledWeightDecay = true)
    Assert.Equal<OptimizerSpec>(spec, mine)
    Assert.Equal(0.9, Preset.optax<RmsProp>().Alpha)
    let wrong = Assert.Throws<System.ArgumentOutOfRangeException>(fun () -> mine |> Preset.set <@ _.Epsilon @> -1.0 |> ignore)
    Assert.Equal("Epsilon must be a finite number of at least 0, got -1.", wrong.Message)
    Assert.Throws<System.ArgumentException>(fun () -> mine |> Preset.set <@ fun adam -> adam.Epsilon + 1.0 @> 1.0 |> ignore) |> ignore

[<Fact>]
let ``Groups step their own parameters`` () =
    let spec = Optimizer.groups [ [ 0 ], Sgd(LearningRate = 0.5); [], Sgd(LearningRate = 0.25) ]
    let optimizer = backend.Optimizer<float> spec
    let ones = [ Tensor.ofSeq [ 1.0 ]; Tensor.ofSeq [ 1.0 ] ]
    let after = Optimizer.init optimizer ones |> Optimizer.step optimizer ones
    Assert.Equal<float list>([ 0.5; 0.75 ], [ for parameter in after.Parameters -> Tensor.item parameter ])

[<Fact>]
let ``A saved state goes on bit for bit`` () =
    let folder = Directory.CreateTempSubdirectory()
    let path = Path.Combine(folder.FullName, "state.safetensors")
    let spec = Adam(LearningRate = 0.1) |> Optimizer.withAverage 0.5
    let optimizer = backend.Optimizer<float32> spec
    let step (state: OptimizerState<float32>) = state |> Optimizer.step optimizer state.Parameters
    let state = Optimizer.init optimizer [ Tensor.ofSeq [ 1.0f; 2.0f ] ] |> step
    state |> Optimizer.save path spec
    let resumed = Optimizer.load path spec
    let next, resumedNext = step state, step resumed
    Assert.Equal<float32[]>(Tensor.toArray next.Parameters[0], Tensor.toArray resumedNext.Parameters[0])
    let average state = state |> Optimizer.slot "averaged" |> List.head |> Tensor.toArray
    Assert.Equal<float32[]>(average next, average resumedNext)
    folder.Delete true
