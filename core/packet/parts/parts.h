/* The parts of a claim packet, one file each. */
#pragma once
#include "core/packet/pages.h"

void quan_part_cover (QuanPages *pages);
void quan_part_contents (QuanPages *pages);
void quan_part_checklist (QuanPages *pages);
void quan_part_claim_form (QuanPages *pages);
void quan_part_eligibility (QuanPages *pages);
void quan_part_working_sheet (QuanPages *pages);
void quan_part_resource_list (QuanPages *pages);
void quan_part_price_breakdown (QuanPages *pages);

/* The letter, or the form, of the pack whose id is the part's. */
void quan_part_letter (QuanPages *pages);
void quan_part_written_form (QuanPages *pages);
