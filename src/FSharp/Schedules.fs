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

    /// The momentum after a number of steps, of a schedule that has one.
    let momentum (schedule: ScheduleSpec) (step: int64) = Option.ofNullable (schedule.Momentum step)

    /// The optimizer as it is for one step.
    let apply (schedule: ScheduleSpec) (step: int64) (optimizer: OptimizerSpec) = schedule.Apply(optimizer, step)

    /// The rate times a factor of one's own for each step.
    let lambda (factor: int64 -> float) = upcasted (Lambda(Func<int64, float> factor))

    /// The rate is multiplied by a factor of one's own at each step.
    let multiplicative (factor: int64 -> float) = upcasted (Multiplicative(Func<int64, float> factor))

    /// The rate shrinks by a factor every so many steps.
    let step (size: int) (gamma: float) = upcasted (Step(size, gamma))

    /// The rate shrinks by a factor at chosen steps.
    let multiStep (milestones: seq<int>) (gamma: float) = upcasted (MultiStep(list milestones, gamma))

    /// A smaller rate for the first steps, then the full one.
    let constant (factor: float) (steps: int) = upcasted (Constant(factor, steps))

    /// The rate goes from one factor to another in a straight line, then stays.
    let linear (first: float) (last: float) (steps: int) = upcasted (Linear(first, last, steps))

    /// The rate shrinks by a factor at every step.
    let exponential (gamma: float) = upcasted (Exponential gamma)

    /// The rate falls to 0 along a power of the steps that remain.
    let polynomial (steps: int) (power: float) = upcasted (Polynomial(steps, power))

    /// The rate follows half a cosine to 0, and back.
    let cosineAnnealing (period: int) = upcasted (CosineAnnealing period)

    /// The rate follows half a cosine to a smallest rate, and back.
    let cosineAnnealingTo (minimum: float) (period: int) = upcasted (CosineAnnealing(period, minimum))

    /// The rate follows half a cosine to 0 and starts anew, in periods that grow by a factor.
    let cosineWarmRestarts (firstPeriod: int) (growth: int) = upcasted (CosineWarmRestarts(firstPeriod, growth))

    /// The rate goes up and down between two rates, as many steps each way.
    let cyclic (baseRate: float) (maximumRate: float) (steps: int) = upcasted (Cyclic(baseRate, maximumRate, steps))

    /// The rate goes up and down between two rates, to a height of one's own for each cycle, from 1.
    let cyclicOf (height: int64 -> float) (baseRate: float) (maximumRate: float) (steps: int) =
        upcasted (Cyclic(baseRate, maximumRate, steps, Scale = Factors(Func<int64, float> height)))

    /// One rise to the largest rate, then a fall far below the first.
    let oneCycle (maximumRate: float) (steps: int) = upcasted (OneCycle(maximumRate, steps))

    /// The rate goes to a constant one in so many steps, along a cosine.
    let swa (finalRate: float) (steps: int) = upcasted (Swa(finalRate, steps))

    /// The Transformer's schedule: warm-up steps, then the width of the model.
    let noam (warmUp: int) (modelSize: int) = upcasted (Noam(warmUp, modelSize))

    /// The rate rises in a straight line, then falls with the square root of the steps.
    let inverseSqrt (warmUp: int) = upcasted (InverseSqrt warmUp)

    /// The rate falls as one over the time.
    let inverseTimeDecay (steps: int) (decayRate: float) = upcasted (InverseTimeDecay(steps, decayRate))

    /// Schedules one after another: the first one, then pairs of a step and the schedule that begins there.
    let sequential (first: ScheduleSpec) (others: seq<int * ScheduleSpec>) =
        upcasted (Sequential(list (Seq.append [ first ] (Seq.map snd others)), list (Seq.map fst others)))

    /// Several schedules at once.
    let chained (schedules: seq<ScheduleSpec>) = upcasted (Chained(list schedules))

    /// A rise in a straight line from 0 to the schedule's first rate, then the schedule.
    let warmUp (steps: int) (schedule: #ScheduleSpec) = upcasted (schedule.WarmedUp steps)

    /// A rise in a straight line from a part of the schedule's first rate, then the schedule.
    let warmUpFrom (startFactor: float) (steps: int) (schedule: #ScheduleSpec) = upcasted (schedule.WarmedUp(steps, startFactor))

    /// Another schedule for so many steps, then this one.
    let after (steps: int) (first: ScheduleSpec) (schedule: ScheduleSpec) = upcasted (schedule.After(first, steps))

    /// This schedule and another at once.
    let times (other: ScheduleSpec) (schedule: ScheduleSpec) = upcasted (schedule.Times other)

/// Schedules that look at metrics, such as `ReduceOnPlateau() |> Schedule.warmUp 5`; the state comes last, so that training is a fold.
[<RequireQualifiedAccess>]
module Plateau =

    /// The state before the first metric.
    let start (rule: #ScheduleSpec) (learningRate: float) = rule.Start learningRate

    /// The state after a metric.
    let observe (rule: #ScheduleSpec) (metric: float) (state: PlateauState) = rule.Observe(state, metric)

    /// The optimizer as it is in a state; each group by its own rate.
    let apply (rule: #ScheduleSpec) (state: PlateauState) (optimizer: #OptimizerSpec) = rule.Apply(optimizer, state)
