using System.Text.Json;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Tests.References;

/// <summary>The spec that a stored request means.</summary>
static class ReferenceSpecs
{
    public static FunctionSpec? Function(Reference r)
    {
        Reduction reduction = r.Option("reduction")?.GetString() switch
        {
            null or "mean" => Reduction.Mean,
            "sum" => Reduction.Sum,
            "none" => Reduction.None,
            "batchmean" => Reduction.BatchMean,
            string other => throw new ArgumentException($"reduction must be known, got {other}."),
        };
        LogBase unit = r.Option("base")?.GetString() == "bits" ? LogBase.Bits : LogBase.Nats;
        long ignored = r.Option("ignore_index")?.GetInt64() ?? -100;
        int dimension = r.Option("dim")?.GetInt32() ?? -1;
        return r.Name switch
        {
            "mse_loss" => new SquaredError(r.Flag("half"), reduction),
            "l1_loss" => new AbsoluteError(reduction),
            "huber_loss" => new Huber(r.Number("delta", 1), reduction),
            "smooth_l1_loss" => new SmoothL1(r.Number("beta", 1), reduction),
            "hinge" => new Hinge(reduction),
            "l2_norm_loss" => new L2Norm(reduction),
            "binary_cross_entropy" => new BinaryCrossEntropy(unit, reduction),
            "binary_cross_entropy_with_logits" => new BinaryCrossEntropyWithLogits(unit, reduction),
            "kl_div" => new KullbackLeibler(r.Flag("log_target"), unit, reduction),
            "cross_entropy" => new CrossEntropy(r.Number("label_smoothing", 0), ignored, unit, reduction),
            "nll_loss" => new NegativeLogLikelihood(ignored, unit, reduction),
            "multi_margin_loss" => new MultiMargin((int)r.Number("p", 1), r.Number("margin", 1), r.Option("per_class")?.GetBoolean() ?? true, reduction),
            "multilabel_margin_loss" => new MultilabelMargin(reduction),
            "multilabel_soft_margin_loss" => new MultilabelSoftMargin(reduction),
            "categorical_hinge" => new CategoricalHinge(reduction),
            "categorical_focal_crossentropy" => new CategoricalFocalCrossEntropy(r.Number("alpha", 0.25), r.Number("gamma", 2), reduction),
            "poly_loss_cross_entropy" => new PolyCrossEntropy(r.Number("epsilon", 2), reduction),
            "categorical_generalized_cross_entropy" => new GeneralizedCrossEntropy(r.Number("q", 0.5), reduction),
            "multiclass_sparsemax_loss" => new Sparsemax(reduction),
            "jensen_shannon_divergence" => new JensenShannon(unit, reduction),
            "dice_loss" => new Dice(r.Number("smooth", 1), reduction),
            "tversky" => new Tversky(r.Number("alpha", 0.5), r.Number("beta", 0.5), r.Number("smooth", 1), reduction),
            "sigmoid" => new Sigmoid(),
            "tanh" => new Tanh(),
            "relu" => new ReLU(),
            "leaky_relu" => new LeakyReLU(r.Number("negative_slope", 0.01)),
            "softplus" => new Softplus(r.Number("beta", 1), r.Number("threshold", 20)),
            "gelu" => new Gelu(r.Option("approximate")?.GetString() == "tanh" ? GeluForm.Tanh : GeluForm.None),
            "softmax" => new Softmax(dimension),
            "log_softmax" => new LogSoftmax(dimension),
            "prelu" => new PReLU(),
            "celu" => new Celu(r.Number("alpha", 1)),
            "elu" => new Elu(r.Number("alpha", 1)),
            "selu" => new Selu(),
            "silu" => new Silu(),
            "mish" => new Mish(),
            "softsign" => new Softsign(),
            "tanhshrink" => new Tanhshrink(),
            "logsigmoid" => new LogSigmoid(),
            "relu6" => new ReLU6(),
            "hardtanh" => new Hardtanh(r.Number("min_val", -1), r.Number("max_val", 1)),
            "threshold" => new Threshold(r.Number("threshold", 0), r.Number("value", 0)),
            "hardshrink" => new Hardshrink(r.Number("lambd", 0.5)),
            "softshrink" => new Softshrink(r.Number("lambd", 0.5)),
            "hardsigmoid" => new Hardsigmoid(),
            "hardswish" => new Hardswish(),
            "rrelu" => new RReLU(r.Number("lower", 1.0 / 8), r.Number("upper", 1.0 / 3), r.Flag("training")),
            "glu" => new Glu(dimension),
            "softmin" => new Softmin(dimension),
            _ => null,
        };
    }

    public static OptimizerSpec? Optimizer(Reference r)
    {
        JsonElement? betas = r.Option("betas");
        double beta1 = betas?[0].GetDouble() ?? 0.9, beta2 = betas?[1].GetDouble() ?? 0.999;
        double decay = r.Number("weight_decay", 0), epsilon = r.Number("eps", 1e-8);
        bool climb = r.Flag("maximize");
        return r.Name switch
        {
            "sgd" => new Sgd(r.Number("lr", 1e-3), r.Number("momentum", 0), r.Number("dampening", 0), decay, r.Flag("nesterov"), climb),
            "adam" => new Adam(r.Number("lr", 1e-3), beta1, beta2, epsilon, decay, r.Flag("amsgrad"), climb),
            "adamw" => new AdamW(r.Number("lr", 1e-3), beta1, beta2, epsilon, r.Number("weight_decay", 1e-2), r.Flag("amsgrad"), climb),
            "rmsprop" => new RmsProp(
                r.Number("lr", 1e-2), r.Number("alpha", 0.99), epsilon, decay, r.Number("momentum", 0), r.Flag("centered"), climb),
            "adagrad" => new Adagrad(
                r.Number("lr", 1e-2), r.Number("lr_decay", 0), decay, r.Number("initial_accumulator_value", 0), r.Number("eps", 1e-10), climb),
            "adadelta" => new Adadelta(r.Number("lr", 1), r.Number("rho", 0.9), r.Number("eps", 1e-6), decay, climb),
            _ => null,
        };
    }
}
