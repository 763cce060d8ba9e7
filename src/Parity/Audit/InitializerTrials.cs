using System.Collections.Immutable;
using ParityNet.Initializers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>Compares draws of an initializer with the distribution of its formula.</summary>
static class InitializerTrials
{
    static readonly nint[] Wide = [64, 32, 8], Square = [24, 24];

    public static IEnumerable<AuditCase> Of(InitializerReference reference, AuditOptions options)
    {
        ImmutableArray<OpSpec> specs = reference.Defaults is { } defaults ? [defaults] : SpecVariants.Of(AuditCase.EntryOf(reference), options.Seed);
        foreach (InitializerSpec spec in specs.Take(options.Cases).Cast<InitializerSpec>())
        {
            nint[] shape = spec is Orthogonal ? Square : Wide;
            if (reference.Draw(spec, shape, (long)options.Seed) is { } drawn)
                yield return new(spec, InitializerLaws.Difference(spec, shape, [.. drawn]),
                    () => $"{CSharp.Spec(spec)}, shape {Shape.Text(shape)}, torch.manual_seed({options.Seed})");
        }
    }
}
