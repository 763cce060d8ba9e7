// Fits a straight line through noisy points: training is a fold over the optimizer's state.
open ParityNet
open ParityNet.FSharp
open ParityNet.Losses
open ParityNet.Optimizers
open ParityNet.Schedules
open ParityNet.Native

let backend: IBackend = NativeBackend()

let loss = backend.Loss<float>(Huber(Delta = 0.5))
let adam = backend.Optimizer<float>(Adam(LearningRate = 0.1))
let schedule = CosineAnnealing(Period = 300)

// The points lie on y = 2x − 1, but for two that do not.
let xs = [| -2.0 .. 0.25 .. 2.0 |]
let ys = xs |> Array.mapi (fun i x -> if i = 3 || i = 12 then 9.0 else 2.0 * x - 1.0)
let target = Tensor.ofSeq ys

let predict slope intercept = xs |> Seq.map (fun x -> slope * x + intercept) |> Tensor.ofSeq

/// The gradient with respect to slope and intercept, by the chain rule.
let gradient slope intercept =
    let byPrediction = predict slope intercept |> Loss.gradient loss target |> Tensor.toArray
    [ Tensor.ofSeq [ Array.sum (Array.map2 (*) byPrediction xs) ]; Tensor.ofSeq [ Array.sum byPrediction ] ]

let line (state: OptimizerState<float>) = Tensor.item state.Parameters[0], Tensor.item state.Parameters[1]

let descend (state: OptimizerState<float>) (step: int64) =
    state |> Optimizer.stepAt adam (Schedule.rate 0.1 schedule step) (line state ||> gradient)

let start = Optimizer.init adam [ Tensor.ofSeq [ 0.0 ]; Tensor.ofSeq [ 0.0 ] ]
let slope, intercept = Seq.fold descend start (seq { 0L .. 299L }) |> line

printfn $"y = %.2f{slope}·x + %.2f{intercept}"
