using ParityNet.Workers;
using ParityNet.Workers.OnnxRuntime;

// ONNX Runtime as a worker of ParityNet: each op is a model of one operator, made in memory. It computes values alone; it has no gradients.
const int Usual = 22, Newest = 24;

ParityOp Element(string name, string op, string[] options, Func<ParityRequest, (string, object)[]>? attributes = null, int opset = Usual) =>
    ParityOp.Activation(name, ["input"], options, r => new(Runtime.Of(op, opset, r.IsSingle, attributes?.Invoke(r) ?? [], Input(r))));

ParityOp Clipped(string name, string[] options, Func<ParityRequest, (double Low, double High)> ends) =>
    ParityOp.Activation(name, ["input"], options, r =>
    {
        (double low, double high) = ends(r);
        return new(Runtime.Of("Clip", Usual, r.IsSingle, [], Input(r), (new[] { low }, []), (new[] { high }, [])));
    });

ParityOp Row(string name, string op) => Element(name, op, ["dim"], r => [("axis", (long)(r.NumberOrNull("dim") ?? Implicit(r.Shape("input"))))]);

// The axis that PyTorch takes where none is named.
int Implicit(int[] shape) => shape.Length is 0 or 1 or 3 ? 0 : 1;

ParityOp ClassLoss(string name, string op) => ParityOp.Loss(name, ["input", "target", "weight"], ["ignore_index", "reduction"], r =>
{
    int[] shape = r.Shape("input");
    if (r.IsFloating("target"))
        throw new ParitySkippedException("ONNX has class indices, no probabilities");
    // One row without a batch is a batch of one row.
    bool isRow = shape.Length == 1;
    (Array, int[])[] inputs = [(r["input"], isRow ? [1, .. shape] : shape), (Array.ConvertAll(r["target"], x => (long)x), isRow ? [1] : r.Shape("target"))];
    if (r.Has("weight"))
        inputs = [.. inputs, (r["weight"], r.Shape("weight"))];
    double[] value = Runtime.Of(op, Usual, r.IsSingle, [("reduction", r.Word("reduction")), ("ignore_index", (long)r.Number("ignore_index"))], Filled(inputs));
    return new ParityAnswer(value) { Shape = isRow || r.Word("reduction") != "none" ? [] : [shape[0], .. shape[2..]] };
});

(Array, int[]) Input(ParityRequest r) => Filled([(r["input"], r.Shape("input"))])[0];

(Array, int[])[] Filled((Array Data, int[] Shape)[] inputs) =>
    inputs.Any(input => input.Data.Length == 0) ? throw new ParitySkippedException("ONNX Runtime's own interface takes no empty arrays") : inputs;

return ParityWorker.Serve("onnxruntime", Runtime.Version,
    Element("relu", "Relu", []), Element("sigmoid", "Sigmoid", []), Element("tanh", "Tanh", []), Element("softplus", "Softplus", []),
    Element("softsign", "Softsign", []), Element("selu", "Selu", []), Element("mish", "Mish", []), Element("hardswish", "HardSwish", []),
    Element("silu", "Swish", [], opset: Newest), Element("identity", "Identity", []),
    Element("hardsigmoid", "HardSigmoid", [], _ => [("alpha", 1f / 6), ("beta", 0.5f)]),
    Element("leaky_relu", "LeakyRelu", ["negative_slope"], r => [("alpha", (float)r.Number("negative_slope"))]),
    Element("elu", "Elu", ["alpha"], r => [("alpha", (float)r.Number("alpha"))]),
    Element("celu", "Celu", ["alpha"], r => [("alpha", (float)r.Number("alpha"))]),
    Element("gelu", "Gelu", ["approximate"], r => [("approximate", r.Word("approximate"))]),
    Element("threshold", "ThresholdedRelu", ["threshold", "value"], r => r.Number("value") == 0 ? [("alpha", (float)r.Number("threshold"))]
        : throw new ParitySkippedException("ThresholdedRelu has the value 0 below its threshold")),
    Element("hardshrink", "Shrink", ["lambd"], r => [("lambd", (float)r.Number("lambd")), ("bias", 0f)]),
    Element("softshrink", "Shrink", ["lambd"], r => [("lambd", (float)r.Number("lambd")), ("bias", (float)r.Number("lambd"))]),
    Clipped("relu6", [], _ => (0, 6)), Clipped("hardtanh", ["min_val", "max_val"], r => (r.Number("min_val"), r.Number("max_val"))),
    Row("softmax", "Softmax"), Row("log_softmax", "LogSoftmax"),
    ParityOp.Activation("prelu", ["input", "weight"], [], r =>
    {
        int[] shape = r.Shape("input"), weights = r.Shape("weight");
        // Weights belong to the second axis.
        int[] spread = weights is [1] || shape.Length < 2 ? weights : [weights[0], .. Enumerable.Repeat(1, shape.Length - 2)];
        (Array, int[])[] inputs = Filled([(r["input"], shape), (r["weight"], spread)]);
        return new(Runtime.Of("PRelu", Usual, r.IsSingle, [], inputs));
    }),
    ClassLoss("cross_entropy", "SoftmaxCrossEntropyLoss"), ClassLoss("nll_loss", "NegativeLogLikelihoodLoss"));
