namespace ParityNet.FSharp

open System.Numerics.Tensors
open ParityNet
open ParityNet.Optimizers
open ParityNet.Serialization

/// Optimizers as curried functions; the state comes last, so that training is a fold.
/// What wraps an optimizer takes it from the pipe: `Adam() |> Optimizer.withClippedNorm 1.0`. What is named last sees a gradient first.
[<RequireQualifiedAccess>]
module Optimizer =

    let private upcasted (optimizer: #OptimizerSpec) = optimizer :> OptimizerSpec

    /// The state before the first step.
    let init (optimizer: IOptimizer<'T>) (parameters: seq<Tensor<'T>>) = optimizer.Init(Array.ofSeq parameters)

    /// The state after one step.
    let step (optimizer: IOptimizer<'T>) (gradients: seq<Tensor<'T>>) (state: OptimizerState<'T>) =
        optimizer.Update(state, Array.ofSeq gradients)

    /// The state after one step at a learning rate of its own.
    let stepAt (optimizer: IOptimizer<'T>) (rate: float) (gradients: seq<Tensor<'T>>) (state: OptimizerState<'T>) =
        optimizer.Update(state, Array.ofSeq gradients, rate)

    /// The tensors of a slot, one a parameter, by PyTorch's name: `exp_avg`, `averaged`.
    let slot (name: string) (state: OptimizerState<'T>) = List.ofSeq state.Slots[name]

    /// Clips gradients by their common Euclidean norm.
    let withClippedNorm (maxNorm: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedNorm maxNorm)

    /// Clips gradients by their common norm of a power; infinity for the largest size, minus infinity for the smallest.
    let withClippedNormOf (power: float) (maxNorm: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedNorm(maxNorm, power))

    /// Clips each gradient by its own Euclidean norm.
    let withClippedNorms (maxNorm: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedNorms maxNorm)

    /// Clips every element of the gradients.
    let withClippedValues (clipValue: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithClippedValues clipValue)

    /// Draws parameters to 0 apart from the gradient.
    let withDecoupledDecay (decay: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithDecoupledDecay decay)

    /// Runs ahead for k steps and goes a part of the way.
    let withLookahead (k: int) (alpha: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithLookahead(k, alpha))

    /// Keeps an exponential moving average of the weights, in the slot `averaged`.
    let withAverage (decay: float) (optimizer: OptimizerSpec) = upcasted (optimizer.WithAverage decay)

    /// Keeps an average of the weights in which all steps count alike, in the slot `averaged`.
    let withEqualAverage (optimizer: OptimizerSpec) = upcasted (optimizer.WithEqualAverage())

    /// Steps once with the mean of so many gradients.
    let withAccumulation (steps: int) (optimizer: OptimizerSpec) = upcasted (optimizer.WithAccumulation steps)

    /// Optimizers for parameters of their own: pairs of the positions and the optimizer; a last one without positions takes the rest.
    let groups (groups: seq<seq<int> * #OptimizerSpec>) =
        upcasted (Groups [| for positions, optimizer in groups -> ParameterGroup(optimizer, Array.ofSeq positions) |])

    /// Saves a state to a safetensors file.
    let save (path: string) (optimizer: OptimizerSpec) (state: OptimizerState<'T>) = state.Save(path, optimizer)

    /// Loads a state from a safetensors file; training goes on bit for bit.
    let load (path: string) (optimizer: OptimizerSpec) : OptimizerState<'T> = StateFile.Load<'T>(path, optimizer)
