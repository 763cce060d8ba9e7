namespace ParityNet.Torch.Rules;

static class LambRule
{
    public static Tensor Next(Lamb s, ParameterStep step)
    {
        Tensor mean = step["exp_avg"] = step["exp_avg"].mul(Held(s.Beta1)).add(step.Gradient, Held(1 - s.Beta1));
        Tensor square = step["exp_avg_sq"] = step["exp_avg_sq"].mul(Held(s.Beta2)).addcmul(step.Gradient, step.Gradient, Held(1 - s.Beta2));
        Tensor root = square.div(Held(1 - Math.Pow(s.Beta2, step.Number))).sqrt().Plus(s.Epsilon);
        Tensor direction = mean.div(Held(1 - Math.Pow(s.Beta1, step.Number))).div(root);
        if (s.WeightDecay != 0)
            direction = direction.add(step.Parameter, Held(s.WeightDecay));
        Tensor size = step.Parameter.norm(), length = direction.norm();
        return step.Parameter.add(direction.mul(Trust.Ratio(size, length, size.div(length))), Held(-step.Rate));
    }
}
