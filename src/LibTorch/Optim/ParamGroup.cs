using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>The settings of an optimizer that can change between steps.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    readonly OptimizerHandle optimizer;

    internal ParamGroup(OptimizerHandle optimizer, double rate)
    {
        this.optimizer = optimizer;
        Rate = InitialLearningRate = rate;
    }

    /// <summary>The learning rate of the next step.</summary>
    public double LearningRate
    {
        get => Rate;
        set
        {
            Shim.Check(Shim.OptimizerSetLearningRate(optimizer, value));
            Rate = value;
        }
    }

    /// <summary>The learning rate that a schedule starts from.</summary>
    public double InitialLearningRate { get; set; }

    double Rate { get; set; }
}
