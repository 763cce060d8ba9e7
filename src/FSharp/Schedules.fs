namespace ParityNet.FSharp

open System
open System.Collections.Immutable
open ParityNet.Optimizers
open ParityNet.Schedules

/// Schedules as curried functions; the schedule comes last, so that it can be piped in.
/// Options that are not among the arguments have PyTorch's defaults; the records of `ParityNet.Schedules` have them all.
[<RequireQualifiedAccess>]
module Schedule =

    let private list (items: seq<'T>) = ImmutableArray.CreateRange items

    let private upcasted (schedule: #ScheduleSpec) = schedule :> ScheduleSpec

    /// The learning rate after a number of steps.
    let rate (learningRate: float) (schedule: ScheduleSpec) (step: int64) = schedule.Rate(learningRate, step)

    /// The learning rates after 0, 1, 2, … steps.
    let rates (learningRate: float) (schedule: ScheduleSpec) = schedule.Rates learningRate

    /// The momentum after a number of steps, where the schedule has one.
    let momentum (schedule: ScheduleSpec) (step: int64) = Option.ofNullable (schedule.Momentum step)

    /// The optimizer to use for one step.
    let apply (schedule: ScheduleSpec) (step: int64) (optimizer: OptimizerSpec) = schedule.Apply(optimizer, step)

    /// The initial rate times a user-defined factor of the step.
    let lambda (factor: int64 -> float) = upcasted (Lambda(Func<int64, float> factor))

    /// The rate is multiplied at each step by a user-defined factor.
    let multiplicative (factor: int64 -> float) = upcasted (Multiplicative(Func<int64, float> factor))

    /// Step decay: the rate is multiplied by a factor every `size` steps.
    let step (size: int) (gamma: float) = upcasted (Step(size, gamma))

    /// Step decay at given milestones: the rate is multiplied by a factor at each of them.
    let multiStep (milestones: seq<int>) (gamma: float) = upcasted (MultiStep(list milestones, gamma))

    /// A constant factor on the rate for the first steps, then the full rate.
    let constant (factor: float) (steps: int) = upcasted (Constant(factor, steps))

    /// A factor on the rate that changes linearly from one value to another, then stays.
    let linear (first: float) (last: float) (steps: int) = upcasted (Linear(first, last, steps))

    /// Exponential decay: the rate is multiplied by a factor at every step.
    let exponential (gamma: float) = upcasted (Exponential gamma)

    /// Polynomial decay: the rate falls to 0 as a power of the fraction of steps that remain.
    let polynomial (steps: int) (power: float) = upcasted (Polynomial(steps, power))

    /// Cosine annealing: the rate falls along half a cosine to 0, and rises back.
    let cosineAnnealing (period: int) = upcasted (CosineAnnealing period)

    /// Cosine annealing: the rate falls along half a cosine to a minimum, and rises back.
    let cosineAnnealingTo (minimum: float) (period: int) = upcasted (CosineAnnealing(period, minimum))

    /// Cosine annealing to 0 with warm restarts, in periods that grow by a factor.
    let cosineWarmRestarts (firstPeriod: int) (growth: int) = upcasted (CosineWarmRestarts(firstPeriod, growth))

    /// Cyclical learning rate: the rate oscillates between two bounds, with as many steps up as down.
    let cyclic (baseRate: float) (maximumRate: float) (steps: int) = upcasted (Cyclic(baseRate, maximumRate, steps))

    /// Cyclical learning rate whose amplitude is scaled by a function of the cycle, counted from 1.
    let cyclicOf (height: int64 -> float) (baseRate: float) (maximumRate: float) (steps: int) =
        upcasted (Cyclic(baseRate, maximumRate, steps, Scale = Factors(Func<int64, float> height)))

    /// The 1cycle policy: one rise to the maximum rate, then annealing far below the initial rate.
    let oneCycle (maximumRate: float) (steps: int) = upcasted (OneCycle(maximumRate, steps))

    /// Anneals the rate to a constant along a cosine, for stochastic weight averaging.
    let swa (finalRate: float) (steps: int) = upcasted (Swa(finalRate, steps))

    /// The Transformer's schedule, from the number of warm-up steps and the model width.
    let noam (warmUp: int) (modelSize: int) = upcasted (Noam(warmUp, modelSize))

    /// Linear warm-up, then decay with the inverse square root of the step.
    let inverseSqrt (warmUp: int) = upcasted (InverseSqrt warmUp)

    /// Inverse time decay: the rate falls as one over a linear function of the step.
    let inverseTimeDecay (steps: int) (decayRate: float) = upcasted (InverseTimeDecay(steps, decayRate))

    /// Schedules one after another: the first one, then pairs of a step and the schedule that begins there.
    let sequential (first: ScheduleSpec) (others: seq<int * ScheduleSpec>) =
        upcasted (Sequential(list (Seq.append [ first ] (Seq.map snd others)), list (Seq.map fst others)))

    /// Several schedules chained: at every step each updates the rate left by the one before it.
    let chained (schedules: seq<ScheduleSpec>) = upcasted (Chained(list schedules))

    /// Linear warm-up from 0 to the schedule's first rate, then the schedule.
    let warmUp (steps: int) (schedule: #ScheduleSpec) = upcasted (schedule.WarmedUp steps)

    /// Linear warm-up from a fraction of the schedule's first rate, then the schedule.
    let warmUpFrom (startFactor: float) (steps: int) (schedule: #ScheduleSpec) = upcasted (schedule.WarmedUp(steps, startFactor))

    /// Another schedule for this many steps, then this one.
    let after (steps: int) (first: ScheduleSpec) (schedule: ScheduleSpec) = upcasted (schedule.After(first, steps))

    /// This schedule chained with another; where both scale the rate, their factors multiply.
    let times (other: ScheduleSpec) (schedule: ScheduleSpec) = upcasted (schedule.Times other)

/// Schedules that take metrics, such as `ReduceOnPlateau() |> Schedule.warmUp 5`; the state comes last, so that training is a fold.
[<RequireQualifiedAccess>]
module Plateau =

    /// The state before the first metric.
    let start (rule: #ScheduleSpec) (learningRate: float) = rule.Start learningRate

    /// The state after a metric.
    let observe (rule: #ScheduleSpec) (metric: float) (state: PlateauState) = rule.Observe(state, metric)

    /// The optimizer to use in a state; each group with its own rate.
    let apply (rule: #ScheduleSpec) (state: PlateauState) (optimizer: #OptimizerSpec) = rule.Apply(optimizer, state)
