using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MoneyAndTrust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_OrderId",
                table: "Cases");

            migrationBuilder.AddColumn<long>(
                name: "HandledAt",
                table: "Withdrawals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefundDueOn",
                table: "Withdrawals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BankReference",
                table: "Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                table: "Refunds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "Refunds",
                type: "TEXT",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsKeySpent",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeyTurn",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Refunds",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Provider",
                table: "Refunds",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "Refunds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DisputedAt",
                table: "Payment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedLineId",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contact",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Party",
                table: "Cases",
                type: "TEXT",
                maxLength: 24,
                nullable: false,
                defaultValue: "Buyer");

            migrationBuilder.AddColumn<string>(
                name: "RefundDueOn",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Mails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Occasion = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: true),
                    Locale = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RefundHolds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownUntil = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefundHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StripeEvents",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ObjectId = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StripeEvents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApiCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApiKeyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyHash = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiCalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiCalls_ApiKeys_ApiKeyId",
                        column: x => x.ApiKeyId,
                        principalTable: "ApiKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_HandledAt_RefundDueOn",
                table: "Withdrawals",
                columns: new[] { "HandledAt", "RefundDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_Provider_Reference",
                table: "Refunds",
                columns: new[] { "Provider", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_ReplacesId",
                table: "Refunds",
                column: "ReplacesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payment_Provider_Reference",
                table: "Payment",
                columns: new[] { "Provider", "Reference" },
                unique: true,
                filter: "\"Provider\" = 'Stripe'");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OpenedAt_Rma",
                table: "Cases",
                columns: new[] { "OpenedAt", "Rma" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OrderId_AskedLineId",
                table: "Cases",
                columns: new[] { "OrderId", "AskedLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_State_RefundDueOn",
                table: "Cases",
                columns: new[] { "State", "RefundDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ApiCalls_ApiKeyId",
                table: "ApiCalls",
                column: "ApiKeyId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiCalls_CreatedAt",
                table: "ApiCalls",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Name",
                table: "ApiKeys",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_Kind_SubjectId_Occasion",
                table: "Mails",
                columns: new[] { "Kind", "SubjectId", "Occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_State_NextAt",
                table: "Mails",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StripeEvents_AppliedAt_NextAt",
                table: "StripeEvents",
                columns: new[] { "AppliedAt", "NextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiCalls");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "Mails");

            migrationBuilder.DropTable(
                name: "RefundHolds");

            migrationBuilder.DropTable(
                name: "StripeEvents");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropIndex(
                name: "IX_Withdrawals_HandledAt_RefundDueOn",
                table: "Withdrawals");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_Provider_Reference",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_ReplacesId",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Payment_Provider_Reference",
                table: "Payment");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OpenedAt_Rma",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OrderId_AskedLineId",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_State_RefundDueOn",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "HandledAt",
                table: "Withdrawals");

            migrationBuilder.DropColumn(
                name: "RefundDueOn",
                table: "Withdrawals");

            migrationBuilder.DropColumn(
                name: "BankReference",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "IsKeySpent",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "KeyTurn",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Provider",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "DisputedAt",
                table: "Payment");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "AskedLineId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Contact",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Party",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "RefundDueOn",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OrderId",
                table: "Cases",
                column: "OrderId");
        }
    }
}
