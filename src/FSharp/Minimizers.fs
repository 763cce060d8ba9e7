namespace ParityNet.FSharp

open System.Numerics.Tensors
open System.Threading
open ParityNet
open ParityNet.Minimizers

/// Objectives from functions of one's own, as curried functions; the objective comes last, so that it can be piped in.
[<RequireQualifiedAccess>]
module Objective =

    /// An objective from its value alone; derivatives are made by finite differences, which the result says.
    let ofValue (value: 'T[] -> 'T) : Objective<'T> = Objective.Of value

    /// An objective from its value and its gradient.
    let ofGradient (value: 'T[] -> 'T) (gradient: 'T[] -> 'T[]) : Objective<'T> = Objective.Of(value, gradient)

    /// An objective from its value, its gradient and its Hessian.
    let ofHessian (value: 'T[] -> 'T) (gradient: 'T[] -> 'T[]) (hessian: 'T[] -> 'T[,]) : Objective<'T> =
        Objective.Of(value, gradient, hessian)

    /// The sum of squares of residuals, with the Jacobian by finite differences.
    let ofResiduals (residuals: 'T[] -> 'T[]) : Objective<'T> = Objective.LeastSquares residuals

    /// The sum of squares of residuals; the Jacobian has one row per residual.
    let leastSquares (residuals: 'T[] -> 'T[]) (jacobian: 'T[] -> 'T[,]) : Objective<'T> =
        Objective.LeastSquares(residuals, jacobian)

    /// The training loss of a model on one batch, as a function of all its parameters as one vector.
    let ofModel (model: IModel<'T>) (input: Tensor<'T>) (target: Operand<'T>) : Objective<'T> = Objective.OfModel(model, input, target)

    /// The same objective with products of its Hessian and a vector, from the variables and the vector.
    let withHessianProduct (product: 'T[] -> 'T[] -> 'T[]) (objective: Objective<'T>) : Objective<'T> =
        objective.WithHessianProduct(System.Func<_, _, _>(fun x v -> product x v))

    /// −f, whose minimum is the maximum of f.
    let negated (objective: Objective<'T>) : Objective<'T> = objective.Negated()

    /// The same objective under bounds of the variables; infinite where there is none.
    let within (lower: seq<'T>) (upper: seq<'T>) (objective: Objective<'T>) : Objective<'T> = objective.Within(Array.ofSeq lower, Array.ofSeq upper)

    /// The same objective where functions must be at most 0.
    let atMost0 (values: 'T[] -> 'T[]) (jacobian: 'T[] -> 'T[,]) (objective: Objective<'T>) : Objective<'T> = objective.AtMost0(values, jacobian)

    /// The same objective where functions must be 0.
    let equal0 (values: 'T[] -> 'T[]) (jacobian: 'T[] -> 'T[,]) (objective: Objective<'T>) : Objective<'T> = objective.Equal0(values, jacobian)

/// Minimizers as curried functions; the state comes last, so that minimizing is an unfold.
[<RequireQualifiedAccess>]
module Minimizer =

    /// Takes steps from a start until a stopping rule holds.
    let minimize (minimizer: IMinimizer<'T>) (objective: Objective<'T>) (start: seq<'T>) =
        minimizer.Minimize(objective, Array.ofSeq start, CancellationToken.None)

    /// Takes steps from a state until a stopping rule holds.
    let resume (minimizer: IMinimizer<'T>) (objective: Objective<'T>) (state: MinimizerState<'T>) =
        minimizer.Minimize(objective, state, CancellationToken.None)

    /// The state at the start.
    let init (minimizer: IMinimizer<'T>) (objective: Objective<'T>) (start: seq<'T>) =
        minimizer.Init(objective, Array.ofSeq start)

    /// The state after one step.
    let step (minimizer: IMinimizer<'T>) (objective: Objective<'T>) (state: MinimizerState<'T>) = minimizer.Step(objective, state)

    /// The states from the start to the one at which the method stops; lazy, and as long as one asks for where it does not.
    let states (minimizer: IMinimizer<'T>) (objective: Objective<'T>) (start: seq<'T>) =
        Some(init minimizer objective start)
        |> Seq.unfold (
            Option.map (fun state ->
                state,
                (if state.Stopped.HasValue then
                     None
                 else
                     Some(step minimizer objective state)))
        )
