using ParityNet.Reports.Training;

namespace ParityNet.Reports.Tests.Samples;

/// <summary>An invented training run.</summary>
static class SampleTraining
{
    public static TrainingReport Of() => new(
        "ames-housing.csv: sale_price", "./paritynet train data/ames-housing.csv --target sale_price",
        [new("native", "0.1.0", "managed", ["AVX-512F"], 2), new("torch", "1.13.1", "no MKL", ["AVX2"], 2)],
        "squared error, standardised",
        [new("Examples", "2,344 to learn from, 586 to validate"), new("Model", "Perceptron(79, [32 ReLU, 1])"), new("Optimizer", "Adam(0.001)"), new("Seed", "1")],
        [
            .. Enumerable.Range(1, 60).Select(e =>
            {
                double loss = 0.1 + 0.9 * Math.Exp(-e / 12.0);
                return new EpochResult(e, e * 74, [loss, loss * 1.00001], [loss + 0.02, loss + 0.0201], e < 3 ? 0 : 1e-8 * Math.Exp(e / 8.0),
                    e < 3 ? null : new Parting(191, 3, "layers.0.weight", 17, 0.12345678, 0.12345679, 1), e == 60);
            }),
        ],
        [new("native", "root mean squared error, USD", 24_310.5), new("torch", "root mean squared error, USD", 24_311.25)]);

    public static TrainingReport Alone()
    {
        TrainingReport run = Of();
        return run with
        {
            Backends = [run.Backends[0]],
            Epochs = [.. run.Epochs.Select(e => e with { TrainingLoss = [e.TrainingLoss[0]], ValidationLoss = [e.ValidationLoss[0]], Distance = 0, Parting = null })],
            Errors = [run.Errors[0]],
        };
    }
}
