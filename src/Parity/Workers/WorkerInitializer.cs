using ParityNet.Initializers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;
using ParityNet.Parity.Proving;

namespace ParityNet.Parity.Workers;

/// <summary>The proof of a worker's initializer: the distribution of what it draws, or what is exact about it.</summary>
static class WorkerInitializer
{
    // A draw has 16,384 numbers, so a few draws an option say as much as many.
    const int Draws = 24;

    static readonly nint[] Wide = [64, 32, 8], Square = [24, 24];

    public static Proof Of(WorkerBackend worker, OpEntry entry, OpSpec? given, ProofOptions options, string elementType)
    {
        InitializerSpec[] specs = [.. given is null
            ? entry.Examples.Where(spec => worker.Op(entry.Examples[0], elementType).Lacks(spec) is null).Cast<InitializerSpec>()
            : [(InitializerSpec)given]];
        string subject = given is null ? entry.Name : CSharp.Spec(given);
        int draws = Math.Min(options.Cases, Draws);
        long elements = 0;
        for (int i = 0; i < draws; i++)
        {
            InitializerSpec spec = specs[i % specs.Length];
            nint[] shape = spec is Orthogonal ? Square : Wide;
            ulong seed = options.Seed + (ulong)i;
            string? wrong;
            var failure = ProofFailure.FormulaDiffers;
            try
            {
                WorkerOp op = worker.Op(spec, elementType);
                WorkerAnswer answer = worker.Ask(op, WorkerRequests.Initializer(op, spec, elementType, shape, seed));
                double[] drawn = [.. answer.Tensor<double>("value", shape).Flat()];
                elements += drawn.Length;
                // A constant is rounded to the type.
                wrong = InitializerLaws.Difference(
                    spec is ConstantValue constant && elementType == "float32" ? constant with { Value = (float)constant.Value } : spec,
                    shape, drawn, Math.ScaleB(1, elementType == "float32" ? -24 : -53));
            }
            catch (CaseSkippedException)
            {
                continue;
            }
            catch (WorkerException lost)
            {
                (wrong, failure) = (lost.Message, ProofFailure.Throws);
            }
            if (wrong is not null)
                return new(subject, elementType, failure, i + 1, elements,
                    $"Broken: {subject} in {elementType}, on draw {i + 1} of {draws}: {CSharp.Spec(spec)}, shape {Shape.Text(shape)}, " +
                    $"seed {seed}: {wrong}");
        }
        return new(subject, elementType, ProofFailure.None, draws, elements, FormattableString.Invariant(
            $"Holds: {subject} in {elementType}, on {draws} draws of {elements} numbers: the distribution is the formula's."));
    }
}
