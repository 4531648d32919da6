/* The parts of packets, one file each. */
#pragma once
#include "core/packet/pages.h"

/* Of both. */
void quan_part_contents (QuanPages *pages);
void quan_part_checklist (QuanPages *pages);

/* Of claims. */
void quan_part_claim_cover (QuanPages *pages);
void quan_part_claim_form (QuanPages *pages);
void quan_part_eligibility (QuanPages *pages);
void quan_part_working_sheet (QuanPages *pages);
void quan_part_resource_list (QuanPages *pages);
void quan_part_price_breakdown (QuanPages *pages);

/* Of redemptions. */
void quan_part_redemption_cover (QuanPages *pages);
void quan_part_redemption_form (QuanPages *pages);
void quan_part_voucher_list (QuanPages *pages);
void quan_part_invoice_list (QuanPages *pages);
void quan_part_three_way (QuanPages *pages);
void quan_part_receiving_account (QuanPages *pages);
void quan_part_redemption_sheet (QuanPages *pages);

/* The letter, or the form, of the pack whose id is the part's. */
void quan_part_letter (QuanPages *pages);
void quan_part_written_form (QuanPages *pages);
