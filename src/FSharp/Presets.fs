namespace ParityNet.FSharp

open System.Reflection
open System.Runtime.ExceptionServices
open Microsoft.FSharp.Quotations.Patterns
open Microsoft.FSharp.Quotations
open ParityNet
open ParityNet.Dialects

/// Specs with the defaults of another system, and specs with one option changed.
[<RequireQualifiedAccess>]
module Preset =

    /// An op with the defaults of Keras.
    let keras<'Spec when 'Spec :> OpSpec> () = Presets.Of<'Spec> Dialect.Keras

    /// An op with the defaults of optax.
    let optax<'Spec when 'Spec :> OpSpec> () = Presets.Of<'Spec> Dialect.Optax

    /// The spec with another value of an option, named by its property: `Preset.keras<Adam> () |> Preset.set <@ _.LearningRate @> 0.01`.
    let set (option: Expr<'Spec -> 'Value>) (value: 'Value) (spec: 'Spec when 'Spec :> OpSpec) : 'Spec =
        let rec propertyOf expression =
            match expression with
            | Lambda(_, body)
            | Let(_, _, body) -> propertyOf body
            | PropertyGet(Some _, property, []) when property.CanWrite -> property
            | other -> invalidArg (nameof option) $"option must be a property of the spec: expected <@ _.Name @>, got %O{other}."

        // A C# record is copied by its own clone method, and `init` checks the value.
        match typeof<'Spec>.GetMethod "<Clone>$" with
        | null -> invalidArg (nameof spec) $"spec must be an op: expected a record, got {typeof<'Spec>.Name}."
        | clone ->
            let copy = clone.Invoke(spec, [||])

            try
                (propertyOf option).SetValue(copy, value)
            with :? TargetInvocationException as wrapped ->
                wrapped.InnerException |> Option.ofObj |> Option.iter (fun inner -> ExceptionDispatchInfo.Capture(inner).Throw())

            copy :?> 'Spec
