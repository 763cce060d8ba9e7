open System
open ParityNet.Losses
open ParityNet.Parity.Proving

/// Huber's loss with threshold 1: the value and the slope of one element.
let mine (prediction: float32) (target: float32) =
    let r = prediction - target
    let slope = Math.Clamp(r, -1f, 1f)
    ValueAndSlope(slope * (r - slope / 2f), slope)

printfn $"{Prove.Loss<float32>(Huber(Delta = 1.0), mine, ProofOptions(Cases = 1000))}"
