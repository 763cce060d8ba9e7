using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>Runs cases of a loss, an activation or a layer on a member.</summary>
static class FunctionTrials
{
    public static IEnumerable<AuditCase> Of<T>(FunctionReference reference, IBackend beside, AuditOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Draw<T> draw = reference.Defaults is { } defaults ? new(defaults, options.Seed) : new(AuditCase.EntryOf(reference), options.Seed);
        var comparison = new Comparison<T>(Run, beside);
        for (int i = 0; i < options.Cases; i++)
            if (Fitted((FunctionCase<T>)draw.At(i), reference) is var fitted && reference.Bind<T>(fitted.Function) is not null
                && comparison.Of(fitted) is { } trial)
                yield return trial;

        ImmutableArray<Quantity<T>> Run(Case<T> @case) =>
            ((FunctionCase<T>)@case).Run(reference.Bind<T>(((FunctionCase<T>)@case).Function)!);
    }

    /// <summary>The case with the gradients alone that the member has.</summary>
    public static FunctionCase<T> Fitted<T>(FunctionCase<T> drawn, FunctionReference reference) where T : unmanaged, IFloatingPointIeee754<T> =>
        reference.Gradients == GradientsHeld.All ? drawn
            : new(drawn.Function, drawn.Operands,
                [.. drawn.Gradients.Where(name => reference.Gradients == GradientsHeld.First && name == drawn.Function.Lead.Name)], drawn.Cotangent);
}
