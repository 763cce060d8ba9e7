module ParityNet.FSharp.Tests.CatalogTests

open Xunit
open ParityNet
open ParityNet.FSharp
open ParityNet.Initializers
open ParityNet.Minimizers
open ParityNet.Models
open ParityNet.Native
open ParityNet.Optimizers
open ParityNet.Parity
open ParityNet.Parity.Cases
open ParityNet.Schedules

let private backend = NativeBackend() :> IBackend

let ops = TheoryData<string>(Catalog.All |> Seq.map _.Name)

let private same (expected: seq<Quantity<float>>) (got: seq<System.Numerics.Tensors.Tensor<float>>) =
    Assert.Equal<float[] list>([ for quantity in expected -> Tensor.toArray quantity.Values ], [ for tensor in got -> Tensor.toArray tensor ])

/// Runs an example through the modules; what it gives must be what the case itself gives.
let private run (spec: OpSpec) =
    let drawn () = Draw<float>(spec, 1UL).At 0

    match spec with
    | :? FunctionSpec as spec ->
        let case = drawn () :?> FunctionCase<float>
        let case = FunctionCase<float>(spec, case.Operands, case.Gradients)
        let value, gradients = case.Operands |> Function.valueAndGradients (backend.Function<float> spec) case.Gradients
        same (case.Run backend) (value :: [ for name in case.Gradients -> gradients[name] ])
    | :? OptimizerSpec as spec ->
        let case = drawn () :?> OptimizerCase<float>
        let rate = Option.ofNullable case.LearningRate |> Option.defaultValue spec.LearningRate
        let next = case.State |> Optimizer.stepAt (backend.Optimizer<float> spec) rate case.Gradients
        same (case.Run backend |> Seq.filter _.Name.StartsWith("params")) next.Parameters
    | :? ScheduleSpec as spec when not spec.TakesMetrics -> Assert.Equal<float seq>(Seq.truncate 3 (spec.Rates 0.1), Schedule.rates 0.1 spec |> Seq.truncate 3)
    | :? ScheduleSpec as rule -> Assert.Equal(rule.Observe(rule.Start 0.1, 1.0), Plateau.start rule 0.1 |> Plateau.observe rule 1.0)
    | :? InitializerSpec as spec ->
        let drawn: System.Numerics.Tensors.Tensor<float> = Initializer.draw spec 1UL [ 4; 3 ]
        Assert.Equal(12, (Tensor.toArray drawn).Length)
    | :? ModelSpec as spec ->
        let case = drawn () :?> ModelCase<float>
        let model = backend.Model<float>(spec, case.Loss)
        let _, gradients, _ = case.Parameters |> Model.lossAndGradientsIn case.Context model case.Input case.Target
        same (case.Run backend |> Seq.filter _.Name.StartsWith("grads")) gradients
    | :? MinimizerSpec as spec when spec.Needs.HasFlag MinimizerNeeds.Residuals ->
        Assert.True(
            (Minimizer.minimize (backend.Minimizer<float> spec) (Objective.ofResiduals (fun x -> [| x[0] - 1.0 |])) [ 0.0 ]).Value < 1.0
        )
    | :? MinimizerSpec as spec ->
        let bowl = Objective.ofGradient (fun (x: float[]) -> x[0] * x[0]) (fun x -> [| 2.0 * x[0] |])
        Assert.True((Minimizer.minimize (backend.Minimizer<float> spec) bowl [ 1.0 ]).Value < 1.0)
    | :? LineSearchSpec as search ->
        let bowl = Objective.ofGradient (fun (x: float[]) -> x[0] * x[0]) (fun x -> [| 0.5 * x[0] |])
        let method = backend.Minimizer<float>(GradientDescent(search, MaxIterations = 50))
        Assert.True((Minimizer.minimize method bowl [ 1.0 ]).Value <= 1.0)
    | other -> failwith $"{other.Name} must be of a kind that F# reaches, got {other.GetType().Name}."

[<Theory; MemberData(nameof ops)>]
let ``Every example of every op runs from F#`` (name: string) =
    Catalog.Find(name).Examples |> Seq.iter run
