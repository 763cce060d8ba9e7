using ParityNet.Activations;
using ParityNet.Definitions.Engine;

namespace ParityNet.Definitions.Activations;

// x − ln Σ eˣ
sealed class LogSoftmaxDefinition : RowActivationDefinition<LogSoftmax>
{
    protected override R[] Row<R>(Exponentials<R> x) => x.Logs;
}
