module MyMathTests

open ParityNet
open ParityNet.Losses
open ParityNet.Optimizers
open ParityNet.Parity.Proving
open ParityNet.Torch
open Xunit

// Without libtorch the definition alone is the judge.
let options =
    if isNull TorchBackend.Unavailable then ProofOptions(Against = (TorchBackend() :> IBackend)) else ProofOptions()

[<Fact>]
let ``my loss is Huber's`` () = Prove.Loss<float32>(Huber(Delta = 1.0), MyMath.loss, options).ThrowIfBroken()

[<Fact>]
let ``my step is that of momentum`` () =
    Prove.Optimizer<float32>(Sgd(LearningRate = 0.1, Momentum = 0.9), MyMath.step, options).ThrowIfBroken()
