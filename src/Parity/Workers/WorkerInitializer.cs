using System.Numerics;
using ParityNet.Initializers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Proving;

namespace ParityNet.Parity.Workers;

/// <summary>The proof of a worker's initializer: the distribution of what it draws, or what is exact about it.</summary>
static class WorkerInitializer
{
    public static Proof Of(WorkerBackend worker, OpEntry entry, OpSpec? given, ProofOptions options, string elementType) =>
        elementType == "float32" ? Of<float>(worker, entry, given, options) : Of<double>(worker, entry, given, options);

    static Proof Of<T>(WorkerBackend worker, OpEntry entry, OpSpec? given, ProofOptions options) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string elementType = ElementType.Name<T>();
        InitializerSpec[] specs = [.. given is null
            ? entry.Examples.Where(spec => worker.Op(entry.Examples[0], elementType).Lacks(spec) is null).Cast<InitializerSpec>()
            : [(InitializerSpec)given]];
        string subject = given is null ? entry.Name : CSharp.Spec(given);
        long elements = 0;
        int cases = 0;
        foreach (InitializerSpec spec in specs)
        {
            string? wrong;
            var failure = ProofFailure.FormulaDiffers;
            cases++;
            try
            {
                WorkerOp op = worker.Op(spec, elementType);
                wrong = InitializerProof.Difference<T>(spec, (shape, seed) =>
                    [.. worker.Ask(op, WorkerRequests.Initializer(op, spec, elementType, shape, seed)).Tensor<T>("value", shape).Flat()],
                    options.Seed, Draws, InitializerProof.FalseAlarm / specs.Length, ref elements);
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
                return new(subject, elementType, failure, cases, elements, $"Broken: {subject} in {elementType}: {CSharp.Spec(spec)}, {wrong}");
        }
        return new(subject, elementType, ProofFailure.None, cases, elements, InitializerProof.Held(subject, elementType, elements));
    }

    // A draw has at least 15,360 numbers, and each is a request of its own.
    const int Draws = 2;
}
