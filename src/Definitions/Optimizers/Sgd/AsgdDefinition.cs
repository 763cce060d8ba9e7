using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// B. T. Polyak and A. B. Juditsky, 1992: θ ← θ(1 − Λη′) − η′g, a ← a + μ(θ − a); η′ and μ are those after the previous step.
sealed class AsgdDefinition : OptimizerDefinition<Asgd>
{
    protected override void Update<R>(Asgd spec, Coordinate<R> x, long step, Host rate)
    {
        R g = Decayed(spec, x, rate), mu = x["mu"], average = x["ax"];
        x.Parameter = x.Parameter * R.FromHost(1 - spec.Decay * x.Scalar("eta")) - x["eta"] * g;
        R point = x.Parameter;
        x["ax"] = R.Where(R.Equal(mu, R.One), () => point, () => average + mu * (point - average));
    }

    protected override void UpdateScalars<R>(Asgd spec, Variable<R> x, long step, Host rate)
    {
        x["eta"] = [R.FromHost(rate / Host.Pow(1 + spec.Decay * rate * step, Host.Of(spec.Alpha)))];
        x["mu"] = [R.FromHost(1 / Host.Max(1, step - Host.Of(spec.AveragingStart)))];
    }
}
