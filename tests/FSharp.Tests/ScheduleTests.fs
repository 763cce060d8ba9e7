module ParityNet.FSharp.Tests.ScheduleTests

open Xunit
open ParityNet.FSharp
open ParityNet.Optimizers
open ParityNet.Parity
open ParityNet.Schedules

let private first count (schedule: ScheduleSpec) = Schedule.rates 8.0 schedule |> Seq.truncate count |> List.ofSeq

/// Every schedule of the module, and its first rates from 8, by hand.
let private all =
    [ Schedule.lambda (fun step -> if step = 0L then 1.0 else 0.5), [ 8.0; 4.0; 4.0 ]
      Schedule.multiplicative (fun _ -> 0.5), [ 8.0; 4.0; 2.0 ]
      Schedule.step 2 0.5, [ 8.0; 8.0; 4.0 ]
      Schedule.multiStep [ 1; 1; 2 ] 0.5, [ 8.0; 2.0; 1.0 ]
      Schedule.constant 0.5 2, [ 4.0; 4.0; 8.0 ]
      Schedule.linear 0.5 1.0 2, [ 4.0; 6.0; 8.0; 8.0 ]
      Schedule.exponential 0.5, [ 8.0; 4.0; 2.0 ]
      Schedule.polynomial 2 2.0, [ 8.0; 2.0; 0.0; 0.0 ]
      Schedule.cosineAnnealing 1, [ 8.0; 0.0; 8.0 ]
      Schedule.cosineAnnealingTo 2.0 1, [ 8.0; 2.0; 8.0 ]
      Schedule.cosineWarmRestarts 1 1, [ 8.0; 8.0; 8.0 ]
      Schedule.cyclic 1.0 3.0 2, [ 1.0; 2.0; 3.0; 2.0; 1.0 ]
      Schedule.cyclicOf (fun cycle -> if cycle = 1L then 1.0 else 0.5) 1.0 3.0 1, [ 1.0; 3.0; 1.0; 2.0 ]
      Schedule.oneCycle 25.0 10, [ 1.0 ]
      Schedule.swa 4.0 1, [ 8.0; 4.0; 4.0 ]
      Schedule.noam 1 4, [ 4.0 ]
      Schedule.inverseSqrt 4, [ 0.0; 2.0; 4.0; 6.0; 8.0 ]
      Schedule.inverseTimeDecay 1 1.0, [ 8.0; 4.0 ]
      Schedule.sequential (Schedule.exponential 0.5) [ 2, Schedule.constant 1.0 1 ], [ 8.0; 4.0; 8.0; 8.0 ]
      Schedule.chained [ Schedule.exponential 0.5; Schedule.constant 0.5 1 ], [ 4.0; 4.0; 2.0 ]
      Schedule.exponential 0.5 |> Schedule.warmUp 2, [ 0.0; 4.0; 8.0; 4.0 ]
      Schedule.exponential 0.5 |> Schedule.warmUpFrom 0.5 2, [ 4.0; 6.0; 8.0; 4.0 ]
      Schedule.exponential 0.5 |> Schedule.after 1 (Schedule.constant 0.5 1), [ 4.0; 8.0; 4.0 ]
      Schedule.exponential 0.5 |> Schedule.times (Schedule.step 1 0.5), [ 8.0; 2.0; 0.5 ] ]

[<Fact>]
let ``Every schedule has its rates`` () =
    for schedule, rates in all do
        Assert.Equal<float list>(rates, first rates.Length schedule)

[<Fact>]
let ``Every schedule of the catalogue is in the module`` () =
    let reached = all |> List.map (fun (schedule, _) -> schedule.Name) |> Set.ofList |> Set.add (ReduceOnPlateau().Name)
    Assert.Equal<Set<string>>(Catalog.Of OpKind.Schedule |> Seq.map _.Name |> Set.ofSeq, reached)

[<Fact>]
let ``Schedules compose in one expression`` () =
    let rate = Schedule.cosineAnnealing 90 |> Schedule.warmUp 10 |> Schedule.rate 0.1
    Assert.Equal(0.0, rate 0L)
    Assert.Equal(0.05, rate 5L)
    Assert.Equal(0.1, rate 10L)
    Assert.Equal(0.0, rate 100L)

[<Fact>]
let ``An optimizer takes rate and momentum of a step`` () =
    let cycle = Schedule.cyclic 0.25 1.0 2
    Assert.Equal(Some 0.8, Schedule.momentum cycle 2L |> Option.map (fun momentum -> System.Math.Round(momentum, 15)))
    Assert.Equal(None, Schedule.momentum (Schedule.exponential 0.5) 2L)
    Assert.Equal(1.0, (Sgd(Momentum = 0.5) |> Schedule.apply cycle 2L).LearningRate)

[<Fact>]
let ``A plateau is a fold over the metrics`` () =
    let rule = ReduceOnPlateau(Factor = 0.5, Patience = 1)
    let after = [ 1.0; 1.0; 1.0; 0.5 ] |> List.fold (fun state metric -> Plateau.observe rule metric state) (Plateau.start rule 8.0)
    Assert.Equal(PlateauState(8.0, 4.0, 4L, 0.5, 0, 0, 1), after)

[<Fact>]
let ``A plateau is warmed up in one expression, and applied to an optimizer`` () =
    let rule = ReduceOnPlateau(Factor = 0.5, Patience = 0) |> Schedule.warmUp 2
    let states = [ 1.0; 9.0; 4.0; 4.0 ] |> List.scan (fun state metric -> Plateau.observe rule metric state) (Plateau.start rule 8.0)
    Assert.Equal<float list>([ 0.0; 4.0; 8.0; 8.0; 4.0 ], states |> List.map _.Rate)
    Assert.Equal(2.0, (Sgd(LearningRate = 4.0) |> Plateau.apply rule (List.last states)).LearningRate)

[<Fact>]
let ``Each group takes the rate that the schedule makes of its own`` () =
    let groups = Optimizer.groups [ [ 0 ], Sgd(LearningRate = 0.5) :> OptimizerSpec; [], Sgd(LearningRate = 0.25) ]
    let applied = groups |> Schedule.apply (Schedule.cosineAnnealingTo 0.125 2) 2L :?> Groups
    Assert.Equal<float list>([ 0.125; 0.125 ], [ for group in applied.Optimizers -> group.LearningRate ])
