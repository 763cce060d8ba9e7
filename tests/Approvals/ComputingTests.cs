using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests;

/// <summary>
/// What spec, definition and both backends share is judged by no comparison of theirs: every function of Abstractions that computes has something else
/// that would notice it wrong.
/// </summary>
public class ComputingTests
{
    const string Closed = "lr(t) ∈ enclosures of the closed form and of PyTorch's recursion", Drawn = "initial values: sup |Fₙ − F| ≤ Dvoretzky–Kiefer–Wolfowitz bound",
        Layered = "LayeredTests", Groups = "groups: step of a group = step of the group alone",
        Lengths = "LengthTests", Plateau = "plateau: lr stays, or falls to max(factor·lr, min_lr)",
        Sequence = "ctc_loss, two steps: Σ exp(−L) over all targets = Π Σ exp(x)", Stored = "ReferenceTests", Files = "StateFileTests", Shapes = "ShapeTests",
        Arguments = "every valid input gives a result";

    // A law by its name, or a class of tests; one line for a type, or for a member that has its own.
    static readonly Dictionary<string, string> Witnesses = new()
    {
        ["Factors"] = Closed,
        ["Linear"] = Closed,
        ["Lambda"] = Closed,
        ["CosineAnnealing"] = Closed,
        ["Swa"] = Closed,
        ["Step"] = Closed,
        ["MultiStep"] = Closed,
        ["Noam"] = Closed,
        ["Multiplicative"] = Closed,
        ["Cyclic"] = Closed,
        ["Between"] = Closed,
        ["Constant"] = Closed,
        ["InverseSqrt"] = Closed,
        ["CosineWarmRestarts"] = Closed,
        ["Polynomial"] = Closed,
        ["OneCycle"] = Closed,
        ["InverseTimeDecay"] = Closed,
        ["Exponential"] = Closed,
        ["WarmUp"] = "warmup: lr(steps + t) = s(t)",
        ["WarmUp.Length"] = Lengths,
        ["WarmUp.Last"] = Lengths,
        ["Sequential"] = Closed,
        ["Sequential.Length"] = Lengths,
        ["Chained"] = "chained_scheduler(s) = s",
        ["OneCycle.Length"] = Lengths,
        ["ReduceOnPlateau"] = Plateau,
        ["ScheduleSpec"] = Plateau,
        ["Preset.Target"] = "PresetTests",
        ["Gain"] = Drawn,
        ["Fan"] = Drawn,
        ["KaimingFamily"] = Drawn,
        ["KaimingNormal"] = Drawn,
        ["KaimingUniform"] = Drawn,
        ["XavierUniform"] = Drawn,
        ["XavierNormal"] = Drawn,
        ["Normal"] = Drawn,
        ["Uniform"] = Drawn,
        ["TruncatedNormal"] = Drawn,
        ["InitializerSpec"] = Drawn,
        ["Orthogonal"] = "orthogonal: WWᵀ = gain²·I or WᵀW = gain²·I",
        ["PortableMath"] = Drawn,
        ["Xoshiro"] = "XoshiroTests",
        ["ModelObjective"] = "ModelObjectiveTests",
        ["ModelSpec.FromVector"] = "ModelObjectiveTests",
        ["Perceptron"] = Layered,
        ["PerceptronStages"] = Layered,
        ["Groups"] = Groups,
        ["Accumulate"] = "accumulate, mean of n equal g: step = inner step on g",
        ["DecoupledWeightDecay"] = "decoupled_weight_decay(adam) = adamw",
        ["ClipGradNorm"] = "clip_grad_norm: step(2g, 2·max_norm) = 2·step(g, max_norm)",
        ["Asgd"] = Stored,
        ["NAdam"] = Stored,
        ["Muon"] = "muon, one row: Δθ = −factor·pⁿ(1)·g/‖g‖, p the polynomial",
        ["ConnectionistTemporalClassification"] = Sequence,
        ["MultilabelMargin"] = Stored,
        ["Dropout"] = Stored,
        ["RReLU"] = Stored,
        ["Celu"] = Stored,
        ["Hardtanh"] = Stored,
        ["RowActivation"] = Stored,
        ["ClassLoss"] = Stored,
        ["RowLoss"] = Stored,
        ["VectorLoss"] = Stored,
        ["ChannelLayer"] = Arguments,
        ["AdamW"] = "adamw, fully decoupled, g = 0, rate = lr/2: θ ← θ(1 − weight_decay/2)",
        ["GroupNorm"] = "group_norm(1) = layer_norm over all but the first dimension",
        ["RmsNorm"] = Stored,
        ["TrailingNorm"] = Stored,
        ["Lbfgs"] = "StoredRunTests",
        ["MinimizerRun"] = "minimizers: as many evaluations as are counted",
        ["ObjectiveEvaluator"] = "DifferenceTests",
        ["Objective"] = "gauss_newton: one step minimizes a sum of squares of linear residuals",
        ["FunctionSpec"] = "OptionRangeTests",
        ["Require"] = "OptionRangeTests",
        ["Glu"] = "ActivationShapeTests",
        ["SampleArguments"] = Arguments,
        ["NumbersAre"] = "ValueCheckTests",
        ["Operands"] = "OperandTests",
        ["TensorData"] = "TensorDataTests",
        ["BroadcastWalk"] = "TensorDataTests",
        ["Shape"] = Shapes,
        ["SafeTensors"] = Files,
        ["SafeTensorsHeader"] = Files,
        ["StateFile"] = Files,
        ["Batches"] = "BatchesTests",
        ["EarlyStopping"] = "EarlyStoppingTests",
    };

    static readonly string[] Computing = [.. SourceFiles.SelectMany(Members).Distinct().Order(StringComparer.Ordinal)];

    static IEnumerable<string> SourceFiles => Directory.EnumerateFiles(Repository.At("src", "Abstractions"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal));

    [Fact]
    public void Every_function_of_Abstractions_that_computes_has_what_would_notice_it_wrong() =>
        Assert.DoesNotContain(Computing, member => !Witnesses.ContainsKey(member) && !Witnesses.ContainsKey(TypeOf(member)));

    [Fact]
    public void Nothing_is_listed_that_computes_nothing() =>
        Assert.DoesNotContain(Witnesses.Keys, listed => !Computing.Contains(listed) && !Computing.Any(member => TypeOf(member) == listed));

    [Fact]
    public void What_would_notice_is_there()
    {
        string laws = string.Concat(Directory.EnumerateFiles(Repository.At("src", "Parity", "Laws"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] tests = [.. Directory.EnumerateFiles(Repository.At("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)!)];
        Assert.DoesNotContain(Witnesses.Values, witness => !laws.Contains($"\"{witness}\"", StringComparison.Ordinal) && !tests.Contains(witness));
    }

    static string TypeOf(string member) => member.Split('.')[0];

    static IEnumerable<string> Members(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()
        .DescendantNodes().Where(Computes).Select(node => node.Ancestors().OfType<MemberDeclarationSyntax>().First())
        .Where(member => member is not BaseTypeDeclarationSyntax)
        .Select(member => $"{member.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier.Text}.{NameOf(member)}");

    // Arithmetic of numbers; sums of texts and offsets inside a message are none.
    static bool Computes(SyntaxNode node) => (node is BinaryExpressionSyntax binary
            && binary.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
            && !binary.DescendantNodes().Any(inside => inside.IsKind(SyntaxKind.StringLiteralExpression) || inside is InterpolatedStringExpressionSyntax)
        || node is AssignmentExpressionSyntax
        {
            RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression
            or (int)SyntaxKind.MultiplyAssignmentExpression or (int)SyntaxKind.DivideAssignmentExpression
        }
        || node is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Math" } })
        && !node.Ancestors().Any(around => around is InterpolationSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or AttributeSyntax);

    static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        ConstructorDeclarationSyntax => "constructor",
        IndexerDeclarationSyntax => "indexer",
        _ => member.Kind().ToString(),
    };
}
