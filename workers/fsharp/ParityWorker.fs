/// Turns functions into a worker of ParityNet. One file, no dependencies, .NET 8 or later: copy it beside your own.
module ParityWorker

open System
open System.Globalization
open System.IO
open System.Text
open System.Text.Json

/// A request: its arguments in double, row-major, and its options.
type Request(json: JsonElement) =
    let isSingle = json.TryGetProperty "dtype" |> fun (found, dtype) -> found && dtype.GetString() = "float32"
    let number (x: JsonElement) =
        if x.ValueKind <> JsonValueKind.String then x.GetDouble()
        else
            match x.GetString() with
            | "NaN" -> nan
            | "Infinity" -> infinity
            | "-Infinity" -> -infinity
            | word -> failwith $"a number must be one: expected digits, NaN or Infinity, got {word}."
    let option (name: string) = json.GetProperty("options").GetProperty name
    /// The one rounding of results computed in double.
    member _.Rounded(x: float) = if isSingle then float (float32 x) else x
    member r.Elements(tensor: JsonElement) = [| for x in tensor.GetProperty("data").EnumerateArray() -> r.Rounded(number x) |]
    member _.Json = json
    /// The elements of an argument.
    member r.Item with get (input: string) = r.Elements(json.GetProperty("inputs").GetProperty input)
    /// The shape of an argument.
    member _.Shape(input: string) = [| for n in json.GetProperty("inputs").GetProperty(input).GetProperty("shape").EnumerateArray() -> n.GetInt32() |]
    /// An option that is a number.
    member _.Number name = number (option name)
    /// An option that is a list of numbers.
    member _.Numbers name = [| for x in (option name).EnumerateArray() -> number x |]
    /// An option that is a word.
    member _.Word name = (option name).GetString()
    /// An option that is true or false.
    member _.Flag name = (option name).GetBoolean()

/// A value: one number, as of a reduced loss, or elements.
type Value =
    | Number of float
    | Elements of float[]

/// An op that a worker serves: its kind and name, the arguments and options that it takes, and how it writes an answer.
type Op = { Kind: string; Name: string; Inputs: string list; Options: string list; Run: Request -> Utf8JsonWriter -> unit }

let private number (w: Utf8JsonWriter) (x: float) =
    if Double.IsFinite x then w.WriteRawValue(x.ToString("R", CultureInfo.InvariantCulture))
    else w.WriteStringValue(if Double.IsNaN x then "NaN" elif x > 0.0 then "Infinity" else "-Infinity")

let private tensor (w: Utf8JsonWriter) (r: Request) (shape: int[]) (data: float[]) =
    w.WriteStartObject()
    w.WriteStartArray "shape"
    for n in shape do w.WriteNumberValue n
    w.WriteEndArray()
    w.WriteStartArray "data"
    for x in data do number w (r.Rounded x)
    w.WriteEndArray()
    w.WriteEndObject()

let private func kind name (inputs: string list) options (f: Request -> Value * float[] option) =
    let run (r: Request) (w: Utf8JsonWriter) =
        let value, gradient = f r
        let lead = r.Shape inputs.Head
        w.WritePropertyName "value"
        match value with
        | Number x -> tensor w r [||] [| x |]
        // Elements have the shape of the first argument, where they are as many.
        | Elements all -> tensor w r (if all.Length = Array.fold (*) 1 lead then lead else [| all.Length |]) all
        gradient |> Option.iter (fun g ->
            w.WriteStartObject "grads"
            w.WritePropertyName inputs.Head
            tensor w r lead g
            w.WriteEndObject())
    { Kind = kind; Name = name; Inputs = inputs; Options = options; Run = run }

/// A loss: from a request to its value and its gradient with respect to the first argument, if it has one.
let loss name inputs options f = func "loss" name inputs options f

/// An activation: from a request to its value and its derivative.
let activation name inputs options f = func "activation" name inputs options f

/// An optimizer: from the request, one parameter, its gradient, its slots by PyTorch's names (empty before the first step) and the number of the step,
/// from 1, to the parameter and the slots.
let optimizer name options (step: Request -> float[] -> float[] -> Map<string, float[]> -> int -> float[] * Map<string, float[]>) =
    let run (r: Request) (w: Utf8JsonWriter) =
        let start = [| for p in r.Json.GetProperty("params").EnumerateArray() -> p |]
        let shapes = start |> Array.map (fun p -> [| for n in p.GetProperty("shape").EnumerateArray() -> n.GetInt32() |])
        let first = start |> Array.map (fun p -> r.Elements p, Map.empty)
        // A step starts from what the step before has answered.
        let advance states (k, grads: JsonElement) =
            Seq.zip states (grads.EnumerateArray())
            |> Seq.map (fun ((p, slots), g) ->
                let p, slots = step r p (r.Elements g) slots (k + 1)
                Array.map r.Rounded p, Map.map (fun _ slot -> Array.map r.Rounded slot) slots)
            |> Seq.toArray
        let steps = r.Json.GetProperty("grads").EnumerateArray() |> Seq.indexed |> Seq.scan advance first |> Seq.tail |> Seq.toArray
        let all (tensors: float[][]) =
            w.WriteStartArray()
            Array.iteri2 (fun _ shape data -> tensor w r shape data) shapes tensors
            w.WriteEndArray()
        w.WriteStartArray "params"
        for states in steps do all (Array.map fst states)
        w.WriteEndArray()
        w.WriteStartArray "state"
        for states in steps do
            w.WriteStartObject()
            for slot in Map.keys (snd states[0]) do
                w.WritePropertyName slot
                all (states |> Array.map (fun (_, slots) -> slots[slot]))
            w.WriteEndObject()
        w.WriteEndArray()
    { Kind = "optimizer"; Name = name; Inputs = []; Options = options; Run = run }

/// A schedule: from the request, the first rate and the number of steps done to the rate.
let schedule name options (rate: Request -> float -> int -> float) =
    let run (r: Request) (w: Utf8JsonWriter) =
        let rates = [ for k in 0 .. r.Json.GetProperty("steps").GetInt32() -> rate r (r.Json.GetProperty("lr").GetDouble()) k ]
        w.WriteStartArray "lr"
        for x in rates do number w x
        w.WriteEndArray()
    { Kind = "schedule"; Name = name; Inputs = []; Options = options; Run = run }

let private written (body: Utf8JsonWriter -> unit) =
    use stream = new MemoryStream()
    (use w = new Utf8JsonWriter(stream)
     w.WriteStartObject()
     body w
     w.WriteEndObject())
    Encoding.UTF8.GetString(stream.ToArray())

let private describe (w: Utf8JsonWriter) op =
    let names (field: string) all =
        w.WriteStartArray field
        for n: string in all do w.WriteStringValue n
        w.WriteEndArray()
    w.WriteStartObject()
    w.WriteString("op", op.Kind)
    w.WriteString("name", op.Name)
    names "options" op.Options
    if not op.Inputs.IsEmpty then
        names "inputs" op.Inputs
        w.WriteBoolean("cotangent", false)
        w.WriteBoolean("broadcast", false)
    w.WriteEndObject()

let private start (name: string) ops = written (fun w ->
    w.WriteNumber("protocol", 1)
    w.WriteString("name", name)
    w.WriteString("language", "fsharp")
    w.WriteString("version", string Environment.Version)
    w.WriteStartArray "ops"
    List.iter (describe w) ops
    w.WriteEndArray())

let private answer (request: JsonElement) kind ops =
    let id = request.GetProperty("id").GetInt64()
    let name = string (request.GetProperty("name").GetString())
    try
        written (fun w ->
            w.WriteNumber("id", id)
            match ops |> List.tryFind (fun op -> op.Kind = kind && op.Name = name) with
            | Some op -> op.Run (Request request) w
            | None -> w.WriteString("skipped", "it is not served"))
    with problem ->
        eprintfn $"{problem}"
        written (fun w ->
            w.WriteNumber("id", id)
            w.WriteStartObject "error"
            w.WriteString("kind", "backend")
            w.WriteString("message", $"{problem.GetType().Name}: {problem.Message}")
            w.WriteEndObject())

/// Answers ParityNet until it says stop.
let serve name (ops: Op list) =
    use output = new StreamWriter(Console.OpenStandardOutput(), UTF8Encoding false, NewLine = "\n")
    use input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
    // What the functions print must not get between the answers.
    Console.SetOut Console.Error
    let rec next () =
        match input.ReadLine() with
        | null -> ()
        | "" -> next ()
        | line ->
            use request = JsonDocument.Parse line
            match string (request.RootElement.GetProperty("op").GetString()) with
            | "stop" -> ()
            | op ->
                output.WriteLine(if op = "start" then start name ops else answer request.RootElement op ops)
                output.Flush()
                next ()
    next ()
    0
