using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The optimizers of libtorch's C++ library.</summary>
    /// <remarks>TorchSharp has ports of the Python ones under the same names.</remarks>
    public static partial class optim
    {
        /// <summary>Trains parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            readonly Parameter[] trained;
            readonly bool maximize;

            private protected unsafe Optimizer(OptimizerKind kind, IEnumerable<Parameter> parameters, bool maximize, params ReadOnlySpan<double> options)
            {
                ArgumentNullException.ThrowIfNull(parameters);
                Kind = kind;
                trained = [.. parameters];
                this.maximize = maximize;
                using HeldTensors held = new(trained);
                nint result;
                fixed (nint* first = held)
                fixed (double* option = options)
                    Shim.Check(Shim.OptimizerNew((int)kind, first, held.Count, option, &result));
                Safe = new OptimizerHandle(result);
            }

            internal OptimizerKind Kind { get; }

            internal OptimizerHandle Safe { get; }

            /// <summary>What is trained.</summary>
            public virtual IEnumerable<Parameter> parameters() => trained;

            /// <summary>One step along the gradients that the parameters have now.</summary>
            /// <param name="closure">Computes loss and gradients first, when given.</param>
            /// <returns>What <paramref name="closure"/> returned, else null.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                Tensor? loss = closure?.Invoke();
                Negate();
                Shim.Check(Shim.OptimizerStep(Safe));
                Negate();
                return loss;
            }

            /// <summary>Gives the optimizer and its buffers back to libtorch.</summary>
            public void Dispose()
            {
                Safe.Dispose();
                GC.SuppressFinalize(this);
            }

            // libtorch's C++ optimizers only minimize; to maximize is to minimize along the negated gradient, and negation is exact.
            void Negate()
            {
                if (!maximize)
                    return;
                using IDisposable unrecorded = no_grad();
                foreach (Parameter parameter in trained)
                {
                    using Tensor? gradient = parameter.grad;
                    gradient?.neg_().Dispose();
                }
            }

            /// <summary>What an optimizer remembers, parameter by parameter.</summary>
            public class StateDictionary
            {
                internal StateDictionary(IEnumerable<OptimizerState> states) => State = [.. states];

                /// <summary>One entry a parameter, in the order of the parameters.</summary>
                public List<OptimizerState> State { get; }
            }
        }
    }
}
