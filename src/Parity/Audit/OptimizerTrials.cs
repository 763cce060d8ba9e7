using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>Runs single optimizer steps on a member, each from a given state.</summary>
static class OptimizerTrials
{
    public static IEnumerable<AuditCase> Of<T>(OptimizerReference reference, IBackend beside, AuditOptions options)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Draw<T> draw = reference.Defaults is { } defaults ? new(defaults, options.Seed) : new(AuditCase.EntryOf(reference), options.Seed);
        var comparison = new Comparison<T>(@case => ((OptimizerCase<T>)@case).Run(reference.Bind<T>(((OptimizerCase<T>)@case).Optimizer)!), beside);
        for (int i = 0; i < options.Cases; i++)
            if (draw.At(i) is OptimizerCase<T> drawn && reference.Bind<T>(drawn.Optimizer) is not null && comparison.Of(drawn) is { } trial)
                yield return trial;
    }
}
