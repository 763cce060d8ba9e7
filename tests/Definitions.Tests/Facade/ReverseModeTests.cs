using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

/// <summary>One sweep back through a whole op gives the gradients that its definition gives.</summary>
public sealed class ReverseModeTests
{
    public static TheoryData<FunctionSpec> Functions => Ordinary.Functions;

    [Theory, MemberData(nameof(Functions))]
    public void A_sweep_back_through_an_op_gives_its_exact_gradients(FunctionSpec spec)
    {
        Operands<float> operands = Ordinary.Operands(spec, new Random(11));
        string[] names = [.. spec.Operands.Where(o => o.Differentiable && operands.Has(o.Name) && !operands[o.Name].IsIndices).Select(o => o.Name)];
        DefinedFunction<Exact> truth = Definition.Evaluate<float, Exact>(spec, operands, names);
        var tape = new Tape<Exact>();
        var arguments = Arguments<Exact>.Of(spec, operands);
        var taped = Arguments<Adjoint<Exact>>.Of(spec.Operands.Where(o => operands.Has(o.Name)).Select(Taped));
        Adjoint<Exact> sum = Adjoint<Exact>.Sum(
            DefinitionIndex.Find<FunctionDefinition>(spec).Evaluate(spec, taped, [], cotangent: null).Value.AsSpan(), SumClass.Any);

        Exact[] gradient = tape.Gradient(sum, Exact.Of(1));

        Assert.Equal(
            names.SelectMany(name => truth.Gradients[name]).Select(one => (float)one.ToDouble()),
            gradient.Select(one => (float)one.ToDouble()));

        (string, Argument<Adjoint<Exact>>) Taped(OperandInfo info) => (info.Name, names.Contains(info.Name)
            ? new(arguments[info.Name].Shape, Array.ConvertAll<Exact, Adjoint<Exact>>(arguments[info.Name].Numbers, tape.Variable))
            : Argument<Adjoint<Exact>>.Of(info, operands[info.Name]));
    }
}
