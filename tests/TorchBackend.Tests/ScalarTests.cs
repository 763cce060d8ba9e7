using System.Reflection;
using System.Runtime.CompilerServices;
using TorchSharp;
using static ParityNet.TorchTests.Libtorch;
using F = TorchSharp.torch.nn.functional;

namespace ParityNet.TorchTests;

public class ScalarTests
{
    const int Rounds = 4000;

    [Fact]
    public void No_call_passes_a_scalar_that_nothing_holds()
    {
        HashSet<int> unheld = Unheld();
        Assert.Empty(Calls.In(typeof(TorchBackend).Assembly)
            .Where(call => call.To.Module == typeof(torch).Module && (Makes(call.To) || unheld.Contains(call.To.MetadataToken)))
            // What is on trial is called as its users call it.
            .Where(call => call.From.DeclaringType!.Namespace?.StartsWith("ParityNet.Torch.References", StringComparison.Ordinal) != true)
            .Where(call => !(call.From.DeclaringType!.Name == nameof(Scalars) && call.From.Name == nameof(Scalars.Held) && Makes(call.To)))
            .Select(call => $"{call.From.DeclaringType} calls {call.To.DeclaringType}.{call.To.Name}"));
    }

    [Fact]
    public void Scalar_lives_as_long_as_its_scope()
    {
        _ = Backend();
        WeakReference scalar = MadeInScope();
        GC.Collect();
        Assert.False(scalar.IsAlive);
    }

    [Fact]
    public void Scalar_without_a_scope_is_refused()
    {
        _ = Backend();
        Assert.Equal("A scalar must be made while a scope holds it: expected a DisposeScope, got none.",
            Assert.Throws<InvalidOperationException>(() => Scalars.Held(0.5)).Message);
    }

    [Fact]
    public void Garbage_collections_on_another_thread_change_no_bit()
    {
        IBackend backend = Backend();
        ILoss<double> loss = backend.Loss<double>(new LogCosh());
        IActivation<double> activation = backend.Activation<double>(new Elu(0.7));
        IOptimizer<double> optimizer = backend.Optimizer<double>(new Adam(WeightDecay: 0.1));
        OptimizerState<double> start = optimizer.Init([Row(0.5, -2)]);
        double[] expected = Round();
        bool finished = false;
        var collector = new Thread(() =>
        {
            while (!Volatile.Read(ref finished))
                GC.Collect(0);
        });
        collector.Start();
        try
        {
            for (int round = 0; round < Rounds; round++)
                Assert.Equal(expected, Round());
        }
        finally
        {
            Volatile.Write(ref finished, true);
            collector.Join();
        }

        double[] Round() =>
        [
            .. loss.Evaluate(Operands<double>.Of(Row(0.3, -4), Row(1.0, 2))).Gradients["input"].ToArray(),
            .. activation.Evaluate(Operands<double>.Of(Row(-0.4, 3))).Value.ToArray(),
            .. optimizer.Update(start, [Row(0.1, -0.2)]).Parameters[0].ToArray(),
        ];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference MadeInScope()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        WeakReference scalar = Made();
        GC.Collect();
        Assert.True(scalar.IsAlive);
        return scalar;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference Made() => new(Scalars.Held(0.5));

    // The methods of TorchSharp in which, or below which, a scalar is made.
    static HashSet<int> Unheld()
    {
        ILookup<int, MethodBase> callers = Calls.In(typeof(torch).Assembly).Where(call => call.To.Module == typeof(torch).Module)
            .ToLookup(call => call.To.MetadataToken, call => call.From);
        var found = new HashSet<int>();
        var open = new Queue<int>(Calls.In(typeof(torch).Assembly).Where(call => Makes(call.To)).Select(call => call.To.MetadataToken).Distinct());
        while (open.TryDequeue(out int token))
            foreach (MethodBase caller in callers[token])
            {
                if (!IsHolding(caller) && found.Add(caller.MetadataToken))
                    open.Enqueue(caller.MetadataToken);
            }
        return found;
    }

    // Both dispose their scalar themselves, after the call.
    static bool IsHolding(MethodBase method) =>
        method.DeclaringType == typeof(F) && method.Name is nameof(F.hardshrink) or nameof(F.softshrink);

    static bool Makes(MethodBase method) => method is MethodInfo { ReturnType: var type } && type == typeof(Scalar);
}
