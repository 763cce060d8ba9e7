open System
open ParityNet.Losses
open ParityNet.Parity.Proving

/// Huber's loss with threshold 1: the value and the derivative of one element.
let mine (prediction: float32) (target: float32) =
    let r = prediction - target
    let derivative = Math.Clamp(r, -1f, 1f)
    ValueAndDerivative(derivative * (r - derivative / 2f), derivative)

printfn $"{Prove.Loss<float32>(Huber(Delta = 1.0), mine, ProofOptions(Cases = 1000))}"
