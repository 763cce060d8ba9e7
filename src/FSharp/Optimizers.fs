namespace ParityNet.FSharp

open System.Numerics.Tensors
open ParityNet
open ParityNet.Optimizers
open ParityNet.Serialization

/// Optimizers as curried functions; the state comes last, so that training is a fold.
/// Wrappers take the optimizer from the pipeline: `Adam() |> Optimizer.withClippedNorm 1.0`. The last wrapper sees a gradient first.
[<RequireQualifiedAccess>]
module Optimizer =

    let private upcasted (optimizer: #OptimizerSpec) = optimizer :> OptimizerSpec

    /// The state before the first step.
    let init (optimizer: IOptimizer<'T>) (parameters: seq<Tensor<'T>>) = optimizer.Init(Array.ofSeq parameters)

    /// The state after one step.
    let step (optimizer: IOptimizer<'T>) (gradients: seq<Tensor<'T>>) (state: OptimizerState<'T>) =
        optimizer.Update(state, Array.ofSeq gradients)

    /// The state after one step at a given learning rate.
    let stepAt (optimizer: IOptimizer<'T>) (rate: float) (gradients: seq<Tensor<'T>>) (state: OptimizerState<'T>) =
        optimizer.Update(state, Array.ofSeq gradients, rate)

    /// The tensors of a slot, one per parameter, by its name: `exp_avg`, `averaged`.
    let slot (name: string) (state: OptimizerState<'T>) = List.ofSeq state.Slots[name]

    /// Clips gradients by their joint Euclidean norm.
    let withClippedNorm (maxNorm: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedNorm maxNorm)

    /// Clips gradients by their joint p-norm; infinity for the largest absolute value, minus infinity for the smallest.
    let withClippedNormOf (power: float) (maxNorm: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedNorm(maxNorm, power))

    /// Clips each gradient by its own Euclidean norm.
    let withClippedNorms (maxNorm: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedNorms maxNorm)

    /// Clips every element of the gradients.
    let withClippedValues (clipValue: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedValues clipValue)

    /// Applies decoupled weight decay before each step.
    let withDecoupledDecay (decay: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithDecoupledDecay decay)

    /// Takes k fast steps, then moves slow weights a fraction alpha of the way.
    let withLookahead (k: int) (alpha: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithLookahead(k, alpha))

    /// Keeps an exponential moving average of the weights, in the slot `averaged`.
    let withAverage (decay: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithAverage decay)

    /// Keeps the arithmetic mean of the weights over all steps, in the slot `averaged`.
    let withEqualAverage (optimizer: OptimizerSpec) = upcasted (optimizer.WithEqualAverage())

    /// Takes one step with the mean of this many gradients.
    let withAccumulation (steps: int) (optimizer: OptimizerSpec) = upcasted (optimizer.WithAccumulation steps)

    /// Parameter groups: pairs of parameter indices and an optimizer; a last one without indices takes the rest.
    let groups (groups: seq<seq<int> * #OptimizerSpec>) =
        upcasted (Groups [| for positions, optimizer in groups -> ParameterGroup(optimizer, Array.ofSeq positions) |])

    /// Saves a state to a safetensors file.
    let save (path: string) (optimizer: OptimizerSpec) (state: OptimizerState<'T>) = state.Save(path, optimizer)

    /// Loads a state from a safetensors file; training resumes bit for bit.
    let load (path: string) (optimizer: OptimizerSpec) : OptimizerState<'T> = StateFile.Load<'T>(path, optimizer)
