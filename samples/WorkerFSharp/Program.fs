open ParityWorker

let huber (r: Request) =
    let delta = r.Number "delta"
    let d = Array.map2 (-) r["input"] r["target"]
    let n = if r.Word "reduction" = "mean" then float d.Length else 1.0
    let values = d |> Array.map (fun x -> if abs x < delta then 0.5 * x * x else delta * (abs x - 0.5 * delta))
    let gradient = d |> Array.map (fun x -> (if not (abs x > delta) then x else System.Math.CopySign(delta, x)) / n)
    (if r.Word "reduction" = "none" then Elements values else Number(Array.sum values / n)), Some gradient

let sgd (r: Request) parameter gradient (slots: Map<string, float[]>) _ =
    let buffer =
        match slots.TryFind "momentum_buffer" with
        | Some before when r.Number "momentum" <> 0.0 -> Array.map2 (fun b g -> r.Number "momentum" * b + g) before gradient
        | _ -> gradient
    Array.map2 (fun p b -> p - r.Number "lr" * b) parameter buffer, Map [ "momentum_buffer", buffer ]

// ./paritynet prove huber_loss --worker "dotnet artifacts/bin/WorkerFSharp/release/ParityNet.WorkerFSharp.dll"
exit (
    serve "fsharp" [
        loss "huber_loss" [ "input"; "target" ] [ "delta"; "reduction" ] huber
        optimizer "sgd" [ "lr"; "momentum" ] sgd
        schedule "step_lr" [ "step_size"; "gamma" ] (fun r start step -> start * r.Number "gamma" ** floor (float step / r.Number "step_size"))
    ]
)
