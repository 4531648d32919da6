/* Answers in JSON, shared by the command line and by what a submission freezes. */
#pragma once
#include "core/desk/desk.h"
#include "core/engine/three-way.h"
#include "core/exchange/json-writer.h"

/* Members of the object that json stands in: the findings, in a language, under the key "rules". */
void quan_answer_findings (QuanJson *json, const QuanFinding *findings, int n, QuanLanguage language);
/* Members of the object that json stands in: the day, the pack and the readings of a viewpoint. */
void quan_answer_view (QuanJson *json, const QuanView *view);
/* One object, a checked contract; key NULL in an array. */
void quan_answer_check (QuanJson *json, const char *key, const QuanChecked *checked, QuanLanguage language);
/* One object, a round's three-way check: its verdict, the mismatches, how often each check held, the rows. */
void quan_answer_three_way (QuanJson *json, const char *key, const QuanThreeWay *check);
/* One object, a round: its preview and its three-way check. */
void quan_answer_round (QuanJson *json, const char *key, const QuanView *view, const QuanPreview *preview,
                        const QuanThreeWay *three_way, const QuanEnterprise *enterprise, QuanLanguage language);
