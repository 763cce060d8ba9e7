module ParityNet.FSharp.Tests.MinimizerTests

open System
open Xunit
open ParityNet
open ParityNet.FSharp
open ParityNet.Losses
open ParityNet.Minimizers
open ParityNet.Models
open ParityNet.Native

let private backend = NativeBackend() :> IBackend

let private bowl =
    Objective.ofGradient (fun (x: float[]) -> (x[0] - 3.0) ** 2.0 + 4.0 * x[1] ** 2.0) (fun x -> [| 2.0 * (x[0] - 3.0); 8.0 * x[1] |])

[<Fact>]
let ``Closures are minimized`` () =
    let result = Minimizer.minimize (backend.Minimizer(Bfgs())) bowl [ 1.0; 2.0 ]
    Assert.Equal(StopReason.GradientNorm, result.Stopped)
    Assert.True(abs (result.Point[0] - 3.0) < 1e-8 && abs result.Point[1] < 1e-8)

[<Fact>]
let ``States unfold to the one at which the method stops`` () =
    let minimizer = backend.Minimizer<float>(Newton())
    let states = Minimizer.states minimizer bowl [ 1.0; 2.0 ] |> List.ofSeq
    let result = Minimizer.minimize minimizer bowl [ 1.0; 2.0 ]
    Assert.Equal<float seq>(result.Point, (List.last states).Point)
    Assert.All(states |> List.pairwise, fun (before, after) -> Assert.True(after.Value <= before.Value))
    Assert.Equal<float seq>(result.Point, (Minimizer.resume minimizer bowl states.Head).Point)
    Assert.Equal(1, (Minimizer.init minimizer bowl [ 1.0; 2.0 ] |> Minimizer.step minimizer bowl).Iteration)

[<Fact>]
let ``Values alone will do and so will residuals and products`` () =
    let near (expected: float) (objective: Objective<float>) (spec: MinimizerSpec) =
        let result = Minimizer.minimize (backend.Minimizer spec) objective [ 1.0; 2.0 ]
        Assert.True(result.Converged, result.Explanation)
        Assert.True(abs (result.Point[0] - expected) < 1e-6)

    near 3.0 (Objective.ofValue (fun x -> (x[0] - 3.0) ** 2.0 + x[1] ** 2.0)) (Lbfgsb(GradientTolerance = 1e-6))
    near 3.0 (Objective.ofResiduals (fun x -> [| x[0] - 3.0; x[1] |])) (LevenbergMarquardt())
    near 3.0 (Objective.leastSquares (fun x -> [| x[0] - 3.0; x[1] |]) (fun _ -> array2D [ [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ])) (GaussNewton())
    near 3.0 (bowl |> Objective.withHessianProduct (fun _ v -> [| 2.0 * v[0]; 8.0 * v[1] |])) (NewtonCg())
    near 3.0 (bowl |> Objective.negated |> Objective.negated) (ConjugateGradient())

    near
        3.0
        (Objective.ofHessian bowl.Value.Invoke bowl.Gradient.Invoke (fun _ -> array2D [ [ 2.0; 0.0 ]; [ 0.0; 8.0 ] ]))
        (Newton())

let private multipliers (result: MinimizerResult<float>) =
    match result.Multipliers with
    | null -> failwith "a result under constraints must have multipliers, got none."
    | found -> found

[<Fact>]
let ``Bounds and constraints have multipliers`` () =
    let bounded = bowl |> Objective.within [ -infinity; 1.0 ] [ 2.0; infinity ]
    let result = Minimizer.minimize (backend.Minimizer(Lbfgsb())) bounded [ 1.0; 2.0 ]
    Assert.Equal<float seq>([ 2.0; 1.0 ], result.Point)
    Assert.Equal<float seq>([ 2.0; 0.0 ], (multipliers result).Upper)
    Assert.Equal<float seq>([ 0.0; 8.0 ], (multipliers result).Lower)

    let constrained =
        bowl
        |> Objective.atMost0 (fun x -> [| x[0] - 2.0 |]) (fun _ -> array2D [ [ 1.0; 0.0 ] ])
        |> Objective.equal0 (fun x -> [| x[1] - 1.0 |]) (fun _ -> array2D [ [ 0.0; 1.0 ] ])

    let result = Minimizer.minimize (backend.Minimizer(InteriorPoint())) constrained [ 1.0; 2.0 ]
    Assert.Equal(StopReason.Kkt, result.Stopped)
    Assert.True(abs ((multipliers result).Inequalities[0] - 2.0) < 1e-6 && abs ((multipliers result).Equalities[0] + 8.0) < 1e-6)

[<Fact>]
let ``The loss of a model is minimized`` () =
    let network = Perceptron(2, 1)
    let input, target = Tensor.ofRows [ [ 0.0; 0.0 ]; [ 1.0; 0.0 ]; [ 0.0; 1.0 ] ], Tensor.ofRows [ [ 1.0 ]; [ 3.0 ]; [ 0.0 ] ]
    let loss = Objective.ofModel (backend.Model<float>(network, SquaredError())) input (Operand.op_Implicit target)
    let fit = Minimizer.minimize (backend.Minimizer(GaussNewton())) loss (network.ToVector(network.Init<float> 1UL))
    // Three points determine a plane: 1 + 2x₁ − x₂.
    Assert.True(fit.Point |> Seq.zip [ 2.0; -1.0; 1.0 ] |> Seq.forall (fun (expected, x) -> abs (x - expected) < 1e-9))
