using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RefundSpine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BankReference",
                table: "Refunds",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                table: "Refunds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "Refunds",
                type: "character varying(24)",
                maxLength: 24,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsKeySpent",
                table: "Refunds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "KeyTurn",
                table: "Refunds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "Refunds",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Provider",
                table: "Refunds",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "Refunds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Refunds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DisputedAt",
                table: "Payment",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RefundDueOn",
                table: "Cases",
                type: "text",
                nullable: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Refunds_Provider_Reference",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_ReplacesId",
                table: "Refunds");

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
                name: "RefundDueOn",
                table: "Cases");
        }
    }
}
